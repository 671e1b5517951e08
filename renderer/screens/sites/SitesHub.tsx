import SitesScreen from './SitesScreen'

/** 联络站 of the rail: the stations. */
export default function SitesHub() {
  return <SitesScreen route={{ screen: 'list', type: 'site' }} />
}
