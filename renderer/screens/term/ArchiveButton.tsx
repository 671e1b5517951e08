import { useState } from 'react'
import { notifyMade, useOutFolder } from '../../print/out-folder'
import { notify } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { useJob } from '../../state/use-job'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { JobProgress } from '../../ui/JobProgress'

/** 存档: the whole term as a folder of pages that any browser opens, private values covered unless somebody wants them. */
export function ArchiveButton({ term }: { readonly term: string }) {
  const [open, setOpen] = useState(false)
  const [uncovered, setUncovered] = useState(false)
  const { folder, choose } = useOutFolder()
  const make = useCommand('archive.make')
  const job = useJob()
  const run = async (): Promise<void> => {
    const answer = await job.follow((name) => make.run({ term, out: folder, job: name, ...(uncovered ? { private: true } : {}) }))
    if (!answer.ok) {
      if (answer.code === 'cancelled') notify({ tone: 'doing', text: '已经取消，什么都没有留下' })
      return
    }
    setOpen(false)
    notifyMade(answer.value.path)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>整届存档</Button>
      {open && (
        <Dialog
          title="整届存档" onClose={() => { if (!make.busy) setOpen(false) }}
          footer={<><Button disabled={make.busy} onClick={() => setOpen(false)}>取消</Button><Button look="primary" busy={make.busy} disabled={folder === ''} onClick={() => void run()}>做存档</Button></>}
        >
          <p>这一届的记录、经过、附件、每年的工作报告和统计表，做成一个文件夹。用任何浏览器打开里面的 index.html 就能看、能查找，不用本软件，不能修改。</p>
          <p className="row"><span className="cut">{`存到：${folder}`}</span><Button look="text" onClick={() => void choose()}>换个地方</Button></p>
          <label className="row"><input type="checkbox" className="tick" checked={uncovered} onChange={(event) => setUncovered(event.target.checked)} />也放身份证号、电话和群众姓名（自己保管时才选）</label>
          {make.error !== null && make.error.code !== 'cancelled' && <ErrorBox failure={make.error} />}
          <JobProgress run={job} doing="正在存" />
        </Dialog>
      )}
    </>
  )
}
