import ProjectsScreen from './ProjectsScreen'

/** 民生与重大事项 of the rail: the projects of the year. */
export default function ProjectsHub() {
  return <ProjectsScreen route={{ screen: 'list', type: 'livelihood_project' }} />
}
