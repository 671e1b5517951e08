import { call } from '../../api'
import { notify } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { useJob } from '../../state/use-job'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { ErrorBox } from '../../ui/ErrorBox'
import { JobProgress } from '../../ui/JobProgress'
import { sayMoment } from '../../ui/say-date'
import { Status } from '../../ui/Status'

/** A folder on another disk or stick that takes every day's backup by itself, attachments included. */
export function SecondPlace({ today }: { readonly today: string }) {
  const query = useQuery('backup.list', {}, { types: [] })
  const place = useCommand('backup.place')
  const job = useJob()
  const second = query.data?.second ?? null
  const choose = async (): Promise<void> => {
    const answer = await call('shell.pick-folder', { title: '每天再备份到哪个文件夹（另一块硬盘或常插着的 U 盘）' })
    if (!answer.ok || answer.value.path === null) return
    const folder = answer.value.path
    const set = await job.follow((name) => place.run({ folder, job: name }))
    if (set.ok) query.reload()
    else if (set.code === 'cancelled') notify({ tone: 'doing', text: '已经取消，还和原来一样' })
  }
  const stop = async (): Promise<void> => {
    if ((await place.run({})).ok) query.reload()
  }
  const rehearsed = query.data?.rehearsed ?? null
  return (
    <>
      {rehearsed !== null && (
        <p>
          每月试恢复一次：
          {rehearsed.code === undefined
            ? <Status tone="done" quiet>{`${sayMoment(rehearsed.at, today)}试过，${sayMoment(rehearsed.made_at, today)}的备份打得开，${rehearsed.records} 条记录都在`}</Status>
            : <Status tone="late" quiet>{`${sayMoment(rehearsed.at, today)}试的时候，${sayMoment(rehearsed.made_at, today)}的备份打不开。请现在备份到 U 盘，再在下面“检查一遍”`}</Status>}
        </p>
      )}
      <div className="row" style={{ marginTop: 10 }}>
        <span className="grow">
          {second === null
            ? <span className="mut">还可以指定第二个位置（另一块硬盘、常插着的 U 盘），每天自动多存一份。</span>
            : <>{`第二个位置：${second.folder}　`}{second.code === undefined ? <Status tone="done" quiet>{`上次 ${sayMoment(second.at, today)}`}</Status> : <Status tone="soon" quiet>{second.at === null ? '还没有存进去' : `上次 ${sayMoment(second.at, today)}，今天没有存进去，${second.code === 'disk-full' ? '那里满了，请腾出地方' : second.code === 'read-only' ? '那里不让写，请换一个位置' : '请看盘插好没有'}`}</Status>}</>}
        </span>
        {second !== null && <Button look="text" onClick={() => void stop()}>不再存那里</Button>}
        <Button busy={place.busy} onClick={() => void choose()}>{second === null ? '指定第二个位置' : '换一个'}</Button>
      </div>
      <JobProgress run={job} doing="正在存到第二个位置" />
      {place.error !== null && place.error.code !== 'cancelled' && <ErrorBox failure={place.error} />}
    </>
  )
}
