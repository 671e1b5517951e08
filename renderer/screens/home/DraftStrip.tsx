import { call } from '../../api'
import { go } from '../../state/navigation'
import { routeOfDraft, wordsOfDraft } from '../../state/draft-words'
import { notifyFailure } from '../../state/notices'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { sayMoment } from '../../ui/say-date'
import { Status } from '../../ui/Status'

/** What was typed and not saved: the newest draft with the way on, and how many more there are. */
export function DraftStrip({ today }: { readonly today: string }) {
  const query = useQuery('draft.list', {})
  const [newest, ...others] = query.data?.drafts ?? []
  if (newest === undefined) return null
  const drop = async (): Promise<void> => {
    const answer = await call('draft.drop', { id: newest.id })
    if (answer.ok) query.reload()
    else notifyFailure(answer)
  }
  return (
    <div className="card row draft-strip">
      <Status tone="idle">没写完的</Status>
      <span className="grow cut">{`${wordsOfDraft(newest)}，${sayMoment(newest.updated_at, today)}存的`}{others.length > 0 && <>，另有 {others.length} 份 <button type="button" className="link" onClick={() => go({ screen: 'todos' })}>全部</button></>}</span>
      <Button look="text" onClick={() => void drop()}>不要了</Button>
      <Button onClick={() => go(routeOfDraft(newest))}>接着写</Button>
    </div>
  )
}
