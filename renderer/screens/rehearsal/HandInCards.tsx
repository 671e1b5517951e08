import type { Rehearsal } from '../../../shared/contract/rehearsal'
import { say } from '../../../shared/text'
import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { sayBytes } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { missingLink } from '../report/missing-link'

/** What the report, the identities, the county's form and the package lack, each with the way there. */
export function TextCard({ told }: { readonly told: Rehearsal }) {
  const unknown = told.form?.unknown ?? []
  const trouble = packTrouble(told.pack)
  if (told.text.length === 0 && told.broken.length === 0 && unknown.length === 0 && trouble === null) return null
  return (
    <Card bare title="报告、核对和上报">
      <ul className="rehearsal-list">
        {told.broken.map((check) => (
          <li key={check.id}><Status tone="late">对不上</Status><span className="grow">{check.detail}</span><Button look="text" onClick={() => go({ screen: 'statistics', tab: 'quality' })}>去看</Button></li>
        ))}
        {trouble !== null && <li><Status tone="late">上报包</Status><span className="grow">{trouble}</span><Button look="text" onClick={() => go({ screen: 'report' })}>去上报</Button></li>}
        {told.text.map((words) => {
          const link = missingLink(words)
          return <li key={words}><span className="grow">{words}</span>{link === null ? <Button look="text" onClick={() => go({ screen: 'annual-report', year: told.year })}>在报告里写</Button> : <Button look="text" onClick={() => go(link.route)}>{link.word}</Button>}</li>
        })}
        {unknown.map((cell) => <li key={cell}><span className="grow">{`县里的表：${cell} 没有数`}</span><Button look="text" onClick={() => go({ screen: 'county-form' })}>去看表</Button></li>)}
      </ul>
    </Card>
  )
}

/** Why the package could not be handed in as it is; null where it could. */
export function packTrouble(pack: Rehearsal['pack']): string | null {
  if (pack === null) return null
  if (pack.problem !== null) return Object.values(say(pack.problem)).join('')
  return pack.files_gone > 0 ? `有 ${String(pack.files_gone)} 个附件不在这台电脑上，会留到下一次` : null
}

/** What would be handed in. */
export function FilesCard({ told }: { readonly told: Rehearsal }) {
  const { form, pack } = told
  return (
    <Card bare title="会交出去的" beside={<span className="sm mut">试做过，没有存</span>}>
      <ul className="rehearsal-list">
        {told.files.map((file) => <li key={file.name}><span className="grow cut" title={file.name}>{file.name}</span><span className="sm mut nw">{sayBytes(file.bytes)}</span></li>)}
        {form !== null && <li><span className="grow cut" title={form.name}>{form.name}</span><span className="sm mut nw">{`填 ${String(form.filled)} 格`}</span></li>}
        {pack !== null && <li><span className="grow">{`上报包：${String(pack.records)} 条记录${pack.files === 0 ? '' : `、${String(pack.files)} 个附件`}`}</span><span className="sm mut nw">{sayBytes(pack.bytes)}</span></li>}
        {pack?.groups.slice(0, 6).map(({ label, count }) => <li key={label} className="rehearsal-of"><span className="grow mut">{label}</span><span className="sm mut nw">{`${String(count)} 条`}</span></li>)}
      </ul>
    </Card>
  )
}
