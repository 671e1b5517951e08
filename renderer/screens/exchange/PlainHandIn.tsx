import { useState } from 'react'
import { call } from '../../api'
import { openMade } from '../../print/out-folder'
import { notify, notifyFailure } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { useJob } from '../../state/use-job'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { JobProgress } from '../../ui/JobProgress'
import { yearsOffered } from '../report/report-year'

type Private = 'none' | 'masked' | 'plain'

const choices: readonly (readonly [Private, string, string])[] = [
  ['none', '不含个人信息', '没有身份证号、电话、住址和来访人姓名'],
  ['masked', '个人信息遮住一部分', '如 139****1234'],
  ['plain', '个人信息完整', '县里核对名册时才用；谁拿到都能看到，请当面交'],
]

/** For a county without this program: Word and Excel files in a folder, not encrypted, from the same figures. */
export function PlainHandIn() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="text" onClick={() => setOpen(true)}>县里不用本软件？交表格</Button>
      {open && <PlainDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function PlainDialog({ onClose }: { readonly onClose: () => void }) {
  const today = useOffice()?.today ?? ''
  const years = yearsOffered(today)
  // What is handed in during January is the year that has ended.
  const [year, setYear] = useState(years[today.slice(5, 7) === '01' ? 1 : 0] ?? 0)
  const [chosen, setChosen] = useState<Private>('none')
  const make = useCommand('exchange.plain')
  const job = useJob()
  const run = async (): Promise<void> => {
    const place = await call('shell.pick-folder', { title: '表格存到哪里（一般选 U 盘）' })
    if (!place.ok) {
      notifyFailure(place)
      return
    }
    const to = place.value.path
    if (to === null) return
    const answer = await job.follow((name) => make.run({ to, year, ...(chosen === 'none' ? {} : { private: chosen }), job: name }))
    if (!answer.ok) {
      if (answer.code === 'cancelled') notify({ tone: 'doing', text: '已经取消，什么都没有留下' })
      return
    }
    const cover = answer.value.files.at(-1)
    const folder = answer.value.folder.split(/[\\/]/u).at(-1) ?? ''
    notify({ tone: 'done', text: `做好了 ${String(answer.value.files.length)} 个文件`, next: `在文件夹“${folder}”里，整个文件夹交给县里。`, ...(cover === undefined ? {} : { button: { label: '打开文件夹', run: () => void openMade(cover.path, true) } }) })
    onClose()
  }
  return (
    <Dialog
      title="交表格（不加密）"
      onClose={onClose}
      footer={
        <>
          <Button disabled={make.busy} onClick={onClose}>先不做</Button>
          <Button look="primary" busy={make.busy} onClick={() => void run()}>选文件夹，做表格</Button>
        </>
      }
    >
      <p>会做出统计表、年度报告、建议办理情况报告和各类登记簿，用 Word、Excel 或 WPS 就能打开。县里用本软件的，请用“上报到 U 盘”。</p>
      <div className="row">
        <label htmlFor="plain-year">统计和报告是哪一年的</label>
        <select id="plain-year" className="input plain-year" value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {years.map((one) => <option key={one} value={one}>{`${String(one)}年`}</option>)}
        </select>
      </div>
      <fieldset className="plain-choice">
        <legend className="unseen">个人信息</legend>
        {choices.map(([key, label, say]) => (
          <label key={key} className="row">
            <input type="radio" name="plain-private" checked={chosen === key} onChange={() => setChosen(key)} />
            <span><b>{label}</b>　<span className="mut">{say}</span></span>
          </label>
        ))}
      </fieldset>
      <JobProgress run={job} doing="正在做表格" />
      {make.error !== null && make.error.code !== 'cancelled' && <ErrorBox failure={make.error} />}
    </Dialog>
  )
}
