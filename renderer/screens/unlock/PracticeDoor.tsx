/** The way into the practice office: no password; made the first time, made anew where it is damaged. */
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'
import { lookAt } from '../../state/practice'
import { openOffice } from '../../state/session'
import { useJob } from '../../state/use-job'
import { Button } from '../../ui/Button'
import { DoorFrame } from '../../ui/DoorFrame'
import { ErrorBox } from '../../ui/ErrorBox'
import { JobProgress } from '../../ui/JobProgress'

export function PracticeDoor() {
  const [failure, setFailure] = useState<Failure | null>(null)
  const asked = useRef(false)
  const job = useJob()
  const open = async (again: boolean): Promise<void> => {
    setFailure(null)
    const answer = await job.follow((name) => call('office.practice', { ...(again ? { again } : {}), job: name }))
    if (answer.ok) openOffice(answer.value.office)
    else if (answer.code === 'cancelled') void lookAt('none')
    else setFailure(answer)
  }
  const first = useRef(open)
  useEffect(() => {
    // React runs effects twice while developing; the office is made once.
    if (asked.current) return
    asked.current = true
    void first.current(false)
  }, [])
  return (
    <DoorFrame title="练习" narrow>
      <div style={{ padding: '20px 24px', display: 'grid', gap: 16 }}>
        {failure === null
          ? <p role="status"><b>正在准备练习单位…</b><br /><span className="mut">第一次要编出一个镇、一个县和一年的工作，约半分钟。</span></p>
          : (
            <ErrorBox failure={failure}>
              <Button look="primary" onClick={() => void open(true)}>重新做一个练习单位</Button>
              <Button onClick={() => void lookAt('none')}>退出练习</Button>
            </ErrorBox>
          )}
        <JobProgress run={job} doing="正在编" hint="取消了，什么都不留。" />
        <p className="mut">练习的数据放在单独的文件夹，正式数据一个字也不动。</p>
      </div>
    </DoorFrame>
  )
}
