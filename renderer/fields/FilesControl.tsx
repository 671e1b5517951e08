import { FileOutlined } from '@ant-design/icons'
import { useTitles } from '../state/titles'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { listValue, textValue, type ControlProps } from './control-props'

/** The attachments that a record names: taken off here, kept in the store until the record is saved. */
export function FilesControl(props: ControlProps & { readonly several: boolean }) {
  const ids = props.several ? listValue<string>(props.value) : [textValue(props.value)].filter((id) => id !== '')
  const titles = useTitles(ids)
  const put = (next: readonly string[]): void => props.onChange(next.length === 0 ? null : props.several ? next : next[0])
  return (
    <div id={props.id} role="group" aria-label={props.name ?? props.field.label} aria-describedby={props.describedBy}>
      <ul>
        {ids.map((id) => (
          <li key={id} className="row">
            <Icon of={FileOutlined} />
            <span className="grow cut">{titles[id] ?? '…'}</span>
            <Button look="text" disabled={props.disabled === true} onClick={() => put(ids.filter((one) => one !== id))}>去掉</Button>
          </li>
        ))}
      </ul>
      {ids.length === 0 && <span className="mut no-files">保存以后，在这条记录的页面上加</span>}
    </div>
  )
}
