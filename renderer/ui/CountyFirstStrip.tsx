import { useState } from 'react'
import type { RailKey } from '../state/routes'
import { go } from '../state/navigation'
import { notify } from '../state/notices'
import { refreshOffice } from '../state/session'
import { useCommand } from '../state/use-command'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { ErrorBox } from './ErrorBox'
import { Status } from './Status'

/** Over every page of a further computer that has not got what the county has: why nothing new can be written down, the way on, and the way out. */
export function CountyFirstStrip({ at }: { readonly at: RailKey | null }) {
  const [asked, setAsked] = useState(false)
  return (
    <div className="practice-strip" role="status">
      <Status tone="soon">先读回执</Status>
      <span className="grow">这是本镇的又一台电脑。县里已有的记录读进来以前，这里先不记新的，免得两台记重。</span>
      <Button look="text" onClick={() => setAsked(true)}>等不到回执</Button>
      {at !== 'report' && <Button onClick={() => go({ screen: 'report' })}>去上报、读回执</Button>}
      {asked && <StartAlone onClose={() => setAsked(false)} />}
    </div>
  )
}

function StartAlone({ onClose }: { readonly onClose: () => void }) {
  const start = useCommand('exchange.start-alone')
  const begin = async (): Promise<void> => {
    const answer = await start.run({})
    if (!answer.ok) return
    onClose()
    notify({ tone: 'done', text: '现在可以记了', next: '县里的回执什么时候来，都可以再读。' })
    await refreshOffice()
  }
  return (
    <Dialog
      title="不等县里的记录，直接开始记？"
      onClose={onClose}
      footer={(
        <>
          <Button onClick={onClose}>再等等</Button>
          <Button look="danger" busy={start.busy} onClick={() => void begin()}>直接开始记</Button>
        </>
      )}
    >
      <p>只有这两种情况才这样做：县里的数据也没有了；镇里原来的电脑没有了，县里也没有它的记录。</p>
      <p>县里其实还有的，这里又记了一遍，以后读回执会变成两份，要一条一条由人来合并。</p>
      <p className="mut">谁在什么时候点的，操作记录里会留下。</p>
      {start.error !== null && <ErrorBox failure={start.error} />}
    </Dialog>
  )
}
