import type { FormLoaded } from '../../../shared/contract/form'
import { Button } from '../../ui/Button'
import { Status } from '../../ui/Status'

/** What a new version of the form brought: cells that moved along, and those that must be pointed again. */
export function LoadedNote({ loaded, onClose }: { readonly loaded: FormLoaded; readonly onClose: () => void }) {
  const { version, kept, moved, lost } = loaded
  return (
    <section className="card form-news" aria-label="新表样">
      <div className="row">
        <Status tone={lost.length === 0 ? 'done' : 'soon'}>{version === 1 ? '表样装好了' : `第 ${String(version)} 版装好了：${String(kept)} 格还认得，${String(moved.length)} 格换了位置，${String(lost.length)} 格没有了`}</Status>
        <span className="grow" />
        <Button look="text" onClick={onClose}>知道了</Button>
      </div>
      {moved.length > 0 && <p className="sm mut">{`换了位置：${moved.map(({ label, from, to }) => `${label.split('/').at(-1) ?? ''}（${from} → ${to}）`).join('、')}`}</p>}
      {lost.length > 0 && <p>{`请重新指：${lost.map(({ label, name }) => `${label.split('/').at(-1) ?? ''}（原来填${name}）`).join('、')}`}</p>}
    </section>
  )
}
