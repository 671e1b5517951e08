import './county.css'
import './routes'
import { useLevel } from '../../state/level'
import { go } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { labelOfType } from '../../state/type-words'
import { AboveCard } from './AboveCard'
import { ArchiveNote } from './ArchiveNote'
import { StickCard } from './StickCard'
import { useStickPackages } from './use-stick-packages'

const shown = 8

/** The towns' packages in, the receipts out; beside it what two sides changed at the same time. */
export default function ImportScreen() {
  const place = useStickPackages()
  const { one, theirs, own } = useLevel()
  const conflicts = useQuery('exchange.conflicts', { limit: shown })
  return (
    <>
      <PageHead title="导入" beside={`插上${theirs}的 U 盘，先看后导，再写回执`} />
      <div className="body import-body">
        <StickCard place={place} />
        <div className="import-side">
          <ArchiveNote />
          <Loaded query={conflicts}>
            {({ items, total = items.length }) => (
              <Card bare title="两边都改过的" beside={items.length === 0 ? <Status tone="done">没有</Status> : <Status tone="soon">{`${String(total)} 处`}</Status>}>
                {items.length === 0 && <p className="import-say mut">{`${own}和${one}、或者一个${one}的两台电脑同时改了一条记录，会列在这里，由您定用哪一份。`}</p>}
                <ul className="import-conflicts">
                  {items.map((item) => (
                    <li key={item.id}><button type="button" className="link cut" onClick={() => go({ screen: 'conflicts', id: item.id })}>{`${labelOfType(item.type)} ${item.title}`}</button></li>
                  ))}
                </ul>
                {items.length > 0 && <div className="import-say"><Button onClick={() => go({ screen: 'conflicts' })}>逐项看</Button></div>}
              </Card>
            )}
          </Loaded>
          <AboveCard />
          <Card title="怎么导">
            <ol className="import-how">
              <li>{`插上${theirs}的 U 盘，包自动列出来，每个包会改什么先看清楚。`}</li>
              <li>点红色按钮：先备份，再导入，然后把回执写回 U 盘。</li>
              <li>{`U 盘还给${theirs}。${theirs}读了回执，才知道${own}里已经有了。`}</li>
            </ol>
            <p className="mut">损坏的、重复的、不是给这里的包都不会读进来，也不影响别的包。</p>
          </Card>
        </div>
      </div>
    </>
  )
}
