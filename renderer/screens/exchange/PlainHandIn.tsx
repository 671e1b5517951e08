import { useState } from 'react'
import { call } from '../../api'
import { openMade } from '../../print/out-folder'
import { notify, notifyFailure } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'

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
  const [chosen, setChosen] = useState<Private>('none')
  const make = useCommand('exchange.plain')
  const run = async (): Promise<void> => {
    const place = await call('shell.pick-folder', { title: '表格存到哪里（一般选 U 盘）' })
    if (!place.ok) {
      notifyFailure(place)
      return
    }
    if (place.value.path === null) return
    const answer = await make.run({ to: place.value.path, ...(chosen === 'none' ? {} : { private: chosen }) })
    if (!answer.ok) return
    notify({ tone: 'done', text: `做好了 ${String(answer.value.files.length)} 个文件，在“${answer.value.folder}”` })
    const first = answer.value.files.at(-1)
    if (first) void openMade(first.path, true)
    onClose()
  }
  return (
    <Dialog
      title="交表格（不加密）"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不做</Button>
          <Button look="primary" busy={make.busy} onClick={() => void run()}>选文件夹，做表格</Button>
        </>
      }
    >
      <p>会做出统计表、年度报告、建议办理情况报告和各类登记簿，用 Word、Excel 或 WPS 就能打开。县里用本软件的，请用“上报到 U 盘”。</p>
      <fieldset className="plain-choice">
        <legend className="unseen">个人信息</legend>
        {choices.map(([key, label, say]) => (
          <label key={key} className="row">
            <input type="radio" name="plain-private" checked={chosen === key} onChange={() => setChosen(key)} />
            <span><b>{label}</b>　<span className="mut">{say}</span></span>
          </label>
        ))}
      </fieldset>
      {make.error !== null && <ErrorBox failure={make.error} />}
    </Dialog>
  )
}
