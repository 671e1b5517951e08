/**
 * Paper: a sheet is put beside the window's content, printed alone and taken away again. A picture of the screen would print buttons and
 * cut lists off.
 */
import './sheet.css'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { call } from '../api'
import { notifyFailure } from '../state/notices'
import { notifyPdf, notifyPrinted } from './out-folder'

/** The window shows `sheet` alone to whatever prints, until `print` is through. */
async function alone<T>(sheet: ReactNode, print: () => Promise<T>): Promise<T> {
  const place = document.createElement('div')
  place.className = 'sheet-place'
  document.body.append(place)
  const root = createRoot(place)
  flushSync(() => root.render(sheet))
  document.documentElement.dataset['sheet'] = 'on'
  try {
    return await print()
  } finally {
    delete document.documentElement.dataset['sheet']
    root.unmount()
    place.remove()
  }
}

/** Prints `sheet` through the system's dialog. Says a failure by itself. */
export async function printSheet(sheet: ReactNode): Promise<void> {
  notifyPrinted(await alone(sheet, () => call('shell.print', { dialog: true })))
}

/** The same sheet as the PDF `path`. Says by itself where it lies, what it could not show, and a failure. */
export async function saveSheet(sheet: ReactNode, path: string): Promise<void> {
  const answer = await alone(sheet, () => call('shell.pdf', { path }))
  if (answer.ok) notifyPdf(answer.value)
  else notifyFailure(answer)
}
