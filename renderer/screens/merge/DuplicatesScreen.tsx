import './merge.css'
import type { PossibleDuplicate } from '../../../shared/contract/merge'
import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { call } from '../../api'
import { go } from '../../state/navigation'
import { notifyFailure, notifySaved } from '../../state/notices'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayDate } from '../../ui/say-date'

/** 不是同一人: kept with one of the two, so that nobody is asked again. */
async function keepApart({ one, other }: PossibleDuplicate): Promise<void> {
  const before = one.fields['distinct_from']
  const list = Array.isArray(before) ? (before as readonly string[]) : []
  const answer = await call('record.set', { id: one.id, fields: { distinct_from: [...list, other.id] }, base: one.version })
  if (answer.ok) notifySaved(`已记下：两位“${textOf(one.fields, 'name')}”不是同一人`, { id: one.id, version: answer.value.record.version })
  else notifyFailure(answer)
}

/** People who may have been written down twice: merged, or said to be two. */
export default function DuplicatesScreen() {
  const query = useQuery('merge.pairs', {}, { types: ['person', 'person_private', 'mandate'] })
  return (
    <>
      <PageHead title="可能重复的人员" crumb="代表" onCrumb={() => go({ screen: 'deputies' })} />
      <Loaded query={query} rows={4}>
        {({ pairs }) => (
          <div className="body">
            {pairs.length === 0
              ? <Card><EmptyState title="没有可能重复的人员" hint="同名同出生年月、或身份证号相同的人，会列在这里。" /></Card>
              : pairs.map((pair) => (
                <Card key={`${pair.one.id} ${pair.other.id}`}>
                  <div className="merge-pair">
                    <Person rec={pair.one} posts={pair.posts[pair.one.id] ?? []} />
                    <Person rec={pair.other} posts={pair.posts[pair.other.id] ?? []} />
                    <div className="merge-ask">
                      <Button look="primary" onClick={() => go({ screen: 'merge', type: 'person', from: pair.other.id, into: pair.one.id })}>是同一人，去合并</Button>
                      <Button onClick={() => void keepApart(pair)}>不是同一人</Button>
                    </div>
                  </div>
                </Card>
              ))}
          </div>
        )}
      </Loaded>
    </>
  )
}

function Person({ rec, posts }: { readonly rec: Rec; readonly posts: readonly string[] }) {
  const birth = textOf(rec.fields, 'birth')
  return (
    <div>
      <button type="button" className="link" onClick={() => go({ screen: 'record', id: rec.id, type: 'person' })}><b>{textOf(rec.fields, 'name')}</b></button>
      <div className="mut">{birth === '' ? '出生年月没有登记' : `${sayDate(birth)}出生`}</div>
      {posts.length === 0 ? <div className="mut">没有任职</div> : posts.map((post) => <div key={post}>{post}</div>)}
    </div>
  )
}
