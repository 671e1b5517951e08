import type { DoctorFinding } from '../../../shared/contract/office'
import { useState } from 'react'
import { doctorWords } from '../../../shared/text/doctor'
import { go } from '../../state/navigation'
import { notify } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { useJob } from '../../state/use-job'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { JobProgress } from '../../ui/JobProgress'
import { Status } from '../../ui/Status'

/** Looks whether the records are whole and fit together; what can be put right is put right on request. */
export function DoctorCard() {
  const doctor = useCommand('doctor.run')
  const job = useJob()
  const [findings, setFindings] = useState<readonly DoctorFinding[] | null>(null)
  const run = async (fix: boolean): Promise<void> => {
    const answer = await job.follow((name) => doctor.run({ ...(fix ? { fix } : {}), job: name }))
    if (answer.ok) setFindings(answer.value.findings)
    else if (answer.code === 'cancelled') notify({ tone: 'doing', text: '已经停下，没有检查完' })
  }
  const open = (findings ?? []).filter((finding) => finding.fixed < finding.count)
  return (
    <Card
      title="检查数据"
      beside={findings !== null && (open.length === 0 ? <Status tone="done">都完好</Status> : <Status tone="soon">{`${open.length} 处要看`}</Status>)}
      tools={
        <>
          {open.length > 0 && <Button busy={doctor.busy} onClick={() => void run(true)}>修好能修的</Button>}
          <Button busy={doctor.busy} onClick={() => void run(false)}>检查一遍</Button>
        </>
      }
    >
      <p className="mut">停电、硬盘出错以后查一查。检查不会改动记录。</p>
      <JobProgress run={job} doing="正在检查" />
      {doctor.error !== null && doctor.error.code !== 'cancelled' && <ErrorBox failure={doctor.error} />}
      {open.length > 0 && (
        <ul style={{ display: 'grid', gap: 6, marginTop: 10 }}>
          {open.map((finding) => (
            <li key={finding.check}>
              <Status tone="soon" quiet>{`${doctorWords(finding.check).what}（${finding.count - finding.fixed} 处）`}</Status>
              <span className="mut">{`　${doctorWords(finding.check).next}`}</span>
              {finding.ids.slice(0, 3).map((id, at) => <button key={id} type="button" className="link" style={{ marginLeft: 8 }} onClick={() => go({ screen: 'record', id })}>{`打开第 ${at + 1} 条`}</button>)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
