/** Where made documents go: the folder that was chosen last, else our own in the person's documents. */
import { useCallback, useEffect, useState } from 'react'
import type { OutputOf } from '../../shared/contract'
import { showSigns } from '../../shared/parse/text'
import type { Result } from '../../shared/result'
import { call } from '../api'
import { notify, notifyFailure } from '../state/notices'

const key = 'out_folder'

async function readFolder(): Promise<string> {
  const settings = await call('settings.get', {})
  const kept = settings.ok ? settings.value.ui[key] : undefined
  if (typeof kept === 'string' && kept !== '') return kept
  const documents = await call('shell.documents', {})
  return documents.ok ? documents.value.path : ''
}

export interface OutFolder {
  /** '' until it is known. */
  readonly folder: string
  /** Asks for another one and remembers it. */
  readonly choose: () => Promise<void>
}

export function useOutFolder(): OutFolder {
  const [folder, setFolder] = useState('')
  useEffect(() => {
    let stopped = false
    void readFolder().then((found) => {
      if (!stopped) setFolder(found)
    })
    return () => {
      stopped = true
    }
  }, [])
  const choose = useCallback(async () => {
    const answer = await call('shell.pick-folder', { title: '文件存到哪个文件夹' })
    if (!answer.ok) notifyFailure(answer)
    else if (answer.value.path !== null) {
      setFolder(answer.value.path)
      await call('settings.set', { ui: { [key]: answer.value.path } })
    }
  }, [])
  return { folder, choose }
}

/** `folder` and a file name as one path, in the way of the system that the folder comes from. */
export const inFolder = (folder: string, name: string): string => `${folder.replace(/[\\/]$/u, '')}${folder.includes('\\') ? '\\' : '/'}${name}`

/** The last part of a path, to be read: signs that turn or hide its letters are seen as marks. */
export const fileNameOf = (path: string): string => showSigns(path.split(/[\\/]/u).at(-1) ?? path)

/** Opens a made file, or with `folder` shows where it lies. */
export async function openMade(path: string, folder = false): Promise<void> {
  const answer = await call('shell.open', { path, ...(folder ? { folder } : {}) })
  if (!answer.ok) notifyFailure(answer)
}

/** Says that a file was made and in which folder, with the way to it; `aside` = where an older one went that somebody had worked on. */
export function notifyMade(path: string, aside?: string): void {
  const folder = path.split(/[\\/]/u).at(-2)
  const where = folder === undefined || folder === '' ? [] : [`在文件夹“${showSigns(folder)}”里`]
  const kept = aside === undefined ? [] : [sayAside(aside)]
  const next = [...where, ...kept].join('。')
  notify({ tone: 'done', text: `已存好：${fileNameOf(path)}`, ...(next === '' ? {} : { next }), button: { label: '打开', run: () => void openMade(path) } })
}

/** What became of a file of the same name that was no longer as this office wrote it. */
export const sayAside = (aside: string): string => `原来那份有人改过，没有覆盖，改名为“${fileNameOf(aside)}”留在旁边`

/** Says that a PDF was made, and which characters no font of this computer has. */
export function notifyPdf({ path, unshown }: OutputOf<'shell.pdf'>): void {
  notifyMade(path)
  if (unshown !== undefined) notify({ tone: 'soon', text: `PDF 里显示不出：${unshown.join('')}`, next: '这台电脑没有这些字的字库。' })
}

/** Says which characters of a printed page came out as boxes, and a failure. */
export function notifyPrinted(answer: Result<OutputOf<'shell.print'>>): void {
  if (!answer.ok) notifyFailure(answer)
  else if (answer.value.unshown !== undefined) notify({ tone: 'soon', text: `纸上显示不出：${answer.value.unshown.join('、')}，请在纸上补写`, next: '这台电脑没有这些字的字库。' })
}
