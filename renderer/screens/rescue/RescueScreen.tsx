/** The store cannot be opened: what happened, that the records are still there, and the way back. */
import { useState } from 'react'
import type { Failure } from '../../../shared/result'
import { readOffice, useSession } from '../../state/session'
import { Button } from '../../ui/Button'
import { DoorFrame } from '../../ui/DoorFrame'
import { ErrorBox } from '../../ui/ErrorBox'
import { RestoreBackup } from '../../ui/RestoreBackup'
import { adviceFor, type Way } from './ways-back'

export function RescueScreen({ failure }: { readonly failure: Failure }) {
  const dataDir = useSession((state) => state.dataDir)
  const [restoring, setRestoring] = useState(false)
  const [trying, setTrying] = useState(false)
  const { ways, steps } = adviceFor(failure)

  const again = async (): Promise<void> => {
    setTrying(true)
    await readOffice()
    setTrying(false)
  }
  const button = (way: Way, index: number) => {
    const look = index === 0 ? 'primary' : 'plain'
    return way === 'again'
      ? <Button key={way} look={look} busy={trying} onClick={() => void again()}>再试一次</Button>
      : <Button key={way} look={look} onClick={() => setRestoring(true)}>从备份恢复</Button>
  }
  return (
    <DoorFrame title="打不开数据" beside={failure.code === 'damaged' ? '先别急，软件什么都没有删' : '记录都在，先别急'}>
      <div style={{ padding: '20px 24px', display: 'grid', gap: 16 }}>
        <ErrorBox failure={failure}>{ways.map(button)}</ErrorBox>
        <div>
          <b>按顺序试</b>
          <ol style={{ display: 'grid', gap: 6, marginTop: 6 }}>
            {steps.map((step, index) => <li key={step}>{`${index + 1}. ${step}`}</li>)}
          </ol>
        </div>
        {dataDir !== '' && <p className="mut">数据所在的文件夹：<span style={{ userSelect: 'text' }}>{dataDir}</span></p>}
      </div>
      {restoring && <RestoreBackup replaces onClose={() => setRestoring(false)} />}
    </DoorFrame>
  )
}
