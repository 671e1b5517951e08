import { useState } from 'react'
import type { RealmKeysState } from '../../../shared/contract/exchange'
import { useLevel } from '../../state/level'
import { useCommand } from '../../state/use-command'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { Loaded } from '../../ui/Loading'
import { sayDate } from '../../ui/say-date'
import { goPrintSheet, useSheetWaits } from '../exchange/SheetNote'

/** New keys for this office, where a computer was stolen or a backup copied: what it does, and afterwards what is left to do. */
export function RealmKeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { own, one, each, theirs } = useLevel()
  const keys = useQuery('exchange.keys', {})
  const renew = useCommand('exchange.renew-keys')
  const [made, setMade] = useState<RealmKeysState | null>(null)
  const go = async (): Promise<void> => {
    const answer = await renew.run({})
    if (answer.ok) setMade(answer.value)
  }
  if (made !== null) return <Renewed made={made} onClose={onClose} />
  return (
    <Dialog
      title={`更换本${own}的钥匙`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不换</Button>
          <Button look="primary" disabled={keys.data === null} busy={renew.busy} onClick={() => void go()}>更换钥匙</Button>
        </>
      }
    >
      <p>{`电脑被偷、备份被人拷走，拿到的人可能看得懂${each}的包、假冒本${own}做回执。换了钥匙，${each}读了新回执，他就假冒不了，也看不懂以后的包；已经落到他手里的收不回来。平时不用换。`}</p>
      <ul className="keys-told">
        <li>{`${each}读了下一份回执，自己认新钥匙，以后只认新的；记录一条不动。`}</li>
        <li>{`还没读回执的${one}照常上报，本机仍打得开；归档里的包也打得开。`}</li>
        <li>没用过的配对文件和纸条请作废，另做。换过以前的备份打不开以后的包，换完请马上备份一次。</li>
        <li>{`怕有人已经抢先假冒的${one}，给它一张新纸条，重新配对。`}</li>
      </ul>
      <Loaded query={keys} rows={2}>{(data) => <Standing keys={data} />}</Loaded>
      {renew.error !== null && <ErrorBox failure={renew.error} />}
      <p className="mut">{`换完请打电话给${theirs}，核对号念得一样就放心。`}</p>
    </Dialog>
  )
}

function Standing({ keys }: { readonly keys: RealmKeysState }) {
  return (
    <p>
      {'现在的核对号 '}<b className="nw">{keys.check_no}</b>{keys.since === null ? '，没有换过。' : `，${sayDate(keys.since)}换的。`}
      {keys.late.length > 0 && `还没用新钥匙报过：${keys.late.map(({ name }) => name).join('、')}。`}
    </p>
  )
}

function Renewed({ made, onClose }: { readonly made: RealmKeysState; readonly onClose: () => void }) {
  const { each, theirs } = useLevel()
  const sheet = useSheetWaits()
  return (
    <Dialog title="钥匙换好了" onClose={onClose} footer={<Button look="primary" onClick={onClose}>好</Button>}>
      <p>{'新的核对号 '}<b className="nw">{made.check_no}</b></p>
      <p>{`请现在备份一次，再给${each}各写一份回执。${theirs}读进去会看到这个号，请打电话念一念。`}</p>
      {sheet && <div className="note soon"><div className="grow"><b>恢复单也换了新的。</b>旧的没有确认印过，不再用它。</div><Button onClick={goPrintSheet}>去打印</Button></div>}
    </Dialog>
  )
}
