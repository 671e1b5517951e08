import { useState } from 'react'
import type { PaperKind } from '../../shared/report/papers/kinds'
import { papers } from '../../shared/report/papers/paper'
import { call } from '../api'
import { notify, notifyFailure } from '../state/notices'
import { Button } from '../ui/Button'
import { inFolder, notifyMade } from './out-folder'

/** Saves the paper as Word or PDF, and says what is still to be filled in and what may not be shown. */
async function make(id: string, kind: PaperKind, way: 'docx' | 'pdf', folder: string): Promise<void> {
  if (way === 'docx') {
    const made = await call('official.make', { id, kind, out: folder })
    if (!made.ok) return notifyFailure(made)
    for (const file of made.value.files) notifyMade(file.path, file.aside)
    if (made.value.missing.length > 0) notify({ tone: 'soon', text: `文里有【待补】：${made.value.missing.join('、')}` })
    for (const words of made.value.rare ?? []) notify({ tone: 'soon', text: words })
    return
  }
  const page = await call('official.html', { id, kind })
  if (!page.ok) return notifyFailure(page)
  const made = await call('shell.pdf', { path: inFolder(folder, page.value.name), html: page.value.html })
  if (!made.ok) return notifyFailure(made)
  notifyMade(made.value.path)
  if (made.value.unshown !== undefined) notify({ tone: 'soon', text: `PDF 里显示不出：${made.value.unshown.join('')}`, next: '这台电脑没有这些字的字库。' })
}

/** The record's papers with red head, ready for the stamp. */
export function OfficialPapers({ id, kinds, folder }: { readonly id: string; readonly kinds: readonly PaperKind[]; readonly folder: string }) {
  const [busy, setBusy] = useState(false)
  const press = (kind: PaperKind, way: 'docx' | 'pdf'): void => {
    setBusy(true)
    void make(id, kind, way, folder).finally(() => { setBusy(false) })
  }
  return (
    <>
      <p className="mut forms-say">公文：按公文格式排好，盖章前核对。</p>
      <ul className="forms official">
        {kinds.map((kind) => (
          <li key={kind}>
            <div>
              <b>{papers[kind].word}</b>
              <span className="sm mut cut">{papers[kind].note}</span>
            </div>
            <Button disabled={busy || folder === ''} aria-label={`公文${papers[kind].word}存成 Word`} onClick={() => press(kind, 'docx')}>Word</Button>
            <Button disabled={busy || folder === ''} aria-label={`公文${papers[kind].word}存成 PDF`} onClick={() => press(kind, 'pdf')}>PDF</Button>
          </li>
        ))}
      </ul>
    </>
  )
}
