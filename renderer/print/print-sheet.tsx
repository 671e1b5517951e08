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

/** Prints `sheet` through the system's dialog. Says a failure by itself. */
export async function printSheet(sheet: ReactNode): Promise<void> {
  const place = document.createElement('div')
  place.className = 'sheet-place'
  document.body.append(place)
  const root = createRoot(place)
  flushSync(() => root.render(sheet))
  document.documentElement.dataset['sheet'] = 'on'
  try {
    const answer = await call('shell.print', { dialog: true })
    if (!answer.ok) notifyFailure(answer)
  } finally {
    delete document.documentElement.dataset['sheet']
    root.unmount()
    place.remove()
  }
}
