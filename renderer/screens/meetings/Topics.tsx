import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Field } from '../../../shared/fields'
import { decision } from '../../../shared/records/presidium-meeting'
import { usualTopics } from '../../../shared/meetings/usual'
import { Usual } from '../../entry/Usual'
import { FieldControl } from '../../fields/FieldControl'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Status } from '../../ui/Status'
import { tasksIn, withTopic, type Topic, type TopicKey } from './topics'

interface TopicsProps {
  readonly topics: readonly Topic[]
  readonly onChange: (topics: readonly Topic[]) => void
  readonly onLeave: () => void
  /** Position of a topic without a title. */
  readonly wrong: number | null
}

const fields: Readonly<Record<TopicKey, Field>> = {
  title: decision.fields.title, text: { ...decision.fields.text, hint: '' }, reporter: decision.fields.reporter, owner: decision.fields.owner, due_on: decision.fields.due_on,
}

/** Id of the title of a topic, so that an error can move the focus there. */
export const topicId = (index: number, key: TopicKey = 'title'): string => `topic-${index}-${key}`

/** What was talked about and decided, one block a topic. */
export function Topics({ topics, onChange, onLeave, wrong }: TopicsProps) {
  const tasks = tasksIn(topics)
  const put = (index: number, key: TopicKey, value: unknown): void => onChange(topics.map((topic, at) => (at === index ? { ...topic, [key]: value } : topic)))
  const cell = (index: number, key: TopicKey, topic: Topic) => (
    <div className="topic-cell">
      <label htmlFor={topicId(index, key)}>{fields[key].label}</label>
      <FieldControl
        field={fields[key]} id={topicId(index, key)} name={`${fields[key].label} ${index + 1}`} value={topic[key]} onChange={(value) => put(index, key, value)} onLeave={onLeave}
        invalid={key === 'title' && wrong === index}
      />
    </div>
  )
  const add = (): void => {
    onChange([...topics, {}])
    setTimeout(() => document.getElementById(topicId(topics.length))?.focus(), 0)
  }
  return (
    <Card bare title="议题和决定" beside={<span className="mut">{tasks === 0 ? '写了完成时限的，保存后自动成为待办' : `${tasks} 件写了时限，保存后成为待办`}</span>}>
      <ol className="topics">
        {topics.map((topic, index) => (
          <li key={index}>
            <span className="topic-no num">{index + 1}</span>
            <div className="topic">
              {cell(index, 'title', topic)}
              {wrong === index && <Status tone="late" quiet>请写议题名称，其他可以空着。</Status>}
              {cell(index, 'text', topic)}
              <div className="topic-who">
                {cell(index, 'owner', topic)}
                {cell(index, 'due_on', topic)}
              </div>
            </div>
            <Button look="text" aria-label={`去掉议题 ${index + 1}`} title="去掉" icon={<Icon of={DeleteOutlined} />} onClick={() => onChange(topics.length === 1 ? [{}] : topics.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ol>
      <div className="topic-add">
        <Button icon={<Icon of={PlusOutlined} />} onClick={add}>加一个议题</Button>
        <Usual label="常用议题" words={usualTopics.filter((title) => topics.every((topic) => topic.title !== title))} onTake={(title) => onChange(withTopic(topics, title))} />
      </div>
    </Card>
  )
}
