import '../print/forms.css'
import { useState } from 'react'
import type { FormOffer } from '../../shared/contract/paper'
import type { PaperKind } from '../../shared/report/papers/kinds'
import { call } from '../api'
import { printPage } from './ListActions'
import { notify, notifyFailure } from '../state/notices'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Loaded } from '../ui/Loading'
import { OfficialPapers } from '../print/OfficialPapers'
import { inFolder, notifyMade, notifyPrinted, useOutFolder } from '../print/out-folder'

type Way = 'paper' | 'docx' | 'pdf'

/** Prints a form of the record, or saves it as Word or PDF. Says a failure by itself. */
async function make(id: string, form: string, way: Way, folder: string): Promise<void> {
  if (way === 'docx') {
    const made = await call('paper.docx', { id, form, out: folder })
    if (!made.ok) return notifyFailure(made)
    for (const file of made.value.files) notifyMade(file.path, file.aside)
    return
  }
  const page = await call('paper.html', { id, form })
  if (!page.ok) return notifyFailure(page)
  const { html, name } = page.value
  if (way === 'paper') {
    return notifyPrinted(await call('shell.print', { html, dialog: true }))
  }
  const made = await call('shell.pdf', { path: inFolder(folder, name), html })
  if (!made.ok) return notifyFailure(made)
  notifyMade(made.value.path)
  if (made.value.unshown !== undefined) notify({ tone: 'soon', text: `这台电脑的字体里没有这些字：${made.value.unshown.join('、')}，请在纸上补写。` })
}

/** The forms of a record: each on paper, as Word or as PDF, in one press. */
export function FormsDialog({ id, papers, onClose }: { readonly id: string; readonly papers: readonly PaperKind[]; readonly onClose: () => void }) {
  const query = useQuery('paper.forms', { id }, { types: [] })
  const { folder } = useOutFolder()
  const [busy, setBusy] = useState(false)
  const press = (form: FormOffer, way: Way): void => {
    setBusy(true)
    void make(id, form.code, way, folder).finally(() => { setBusy(false) })
  }
  const printScreen = (): void => {
    onClose()
    void printPage()
  }
  return (
    <Dialog title="打印哪一张" onClose={onClose} footer={<><Button onClick={printScreen}>打印这一页</Button><Button onClick={onClose}>关闭</Button></>}>
      <Loaded query={query} rows={4}>
        {({ forms }) => forms.length > 0 && (
          <>
            <p className="mut forms-say">每张表右上角有一个二维码。表填好收回来，拍照或扫描后放进“收回来的纸”，会自己归到这条记录。</p>
            <ul className="forms">
              {forms.map((form) => (
                <li key={form.code}>
                  <div>
                    <b>{form.label}</b>
                    <span className="sm mut">{form.note}</span>
                  </div>
                  <Button disabled={busy} aria-label={`打印${form.label}`} onClick={() => press(form, 'paper')}>打印</Button>
                  <Button disabled={busy || folder === ''} aria-label={`${form.label}存成 Word`} onClick={() => press(form, 'docx')}>Word</Button>
                  <Button disabled={busy || folder === ''} aria-label={`${form.label}存成 PDF`} onClick={() => press(form, 'pdf')}>PDF</Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {papers.length > 0 && <OfficialPapers id={id} kinds={papers} folder={folder} />}
    </Dialog>
  )
}
