import type { Rec } from '../../shared/record'
import { notify, notifyFailure } from '../state/notices'
import { go } from '../state/navigation'
import { useCommand } from '../state/use-command'
import { Button } from '../ui/Button'

/** Takes a record out of the bin. */
export function RestoreButton({ rec, title }: { readonly rec: Rec; readonly title: string }) {
  const restore = useCommand('record.restore')
  return (
    <Button
      aria-label={`恢复：${title}`}
      busy={restore.busy}
      onClick={() => void restore.run({ id: rec.id }).then((answer) => {
        if (answer.ok) notify({ tone: 'done', text: `已恢复：${title}`, button: { label: '打开', run: () => go({ screen: 'record', id: rec.id, type: rec.type }) } })
        else notifyFailure(answer)
      })}
    >
      恢复
    </Button>
  )
}
