/** Takes files in, one after the other, each a commit of its own: what is wrong with one does not stop the others. */
import { useRef, useState } from 'react'
import { say } from '../../shared/text'
import { showSigns } from '../../shared/parse/text'
import type { ScannedFile } from '../../shared/contract/files'
import type { Result } from '../../shared/result'
import type { OutputOf } from '../../shared/contract'
import { call, pathOfFile } from '../api'
import { notify, notifySaved } from '../state/notices'
import { shrinkPhoto } from './shrink-photo'

export interface Attaching {
  readonly done: number
  readonly total: number
}

export interface Attach {
  readonly add: (files: readonly (File | ScannedFile)[], original: boolean) => Promise<void>
  /** Null while nothing is being taken in. */
  readonly going: Attaching | null
  readonly stop: () => void
}

async function base64(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/u, '') : '')
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(bytes)
  })
}

/** A pasted picture is called image.png by the engine: the day says more. */
const nameOf = (file: File, today: string): string => (pathOfFile(file) === '' && /^image\.\w+$/u.test(file.name) ? file.name.replace('image', `粘贴的图片 ${today}`) : file.name)

/** A file of the scan folder: a picture is read so that it can be made smaller, everything else is taken from its place. */
async function takeScan(owner: string, scan: ScannedFile, original: boolean, today: string): Promise<Result<OutputOf<'file.add'>>> {
  const asIs = { owner, name: scan.name, path: scan.path, ...(original ? { original } : {}) }
  if (original) return call('file.add', asIs)
  const read = await call('file.scan', { path: scan.path })
  if (!read.ok) return read
  const { content, mime } = read.value
  if (content === null) return call('file.add', asIs)
  return takeIn(owner, new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], scan.name, { type: mime }), false, today)
}

async function takeIn(owner: string, file: File, original: boolean, today: string): Promise<Result<OutputOf<'file.add'>>> {
  const small = original ? null : await shrinkPhoto(file)
  const name = nameOf(file, today)
  if (small !== null) return call('file.add', { owner, content: await base64(small.bytes), name: name.replace(/\.[^.]*$/u, '') + '.jpg' })
  const path = pathOfFile(file)
  const from = path === '' ? { content: await base64(file) } : { path }
  return call('file.add', { owner, name, ...from, ...(original ? { original } : {}) })
}

export function useAttach(owner: string, today: string): Attach {
  const [going, setGoing] = useState<Attaching | null>(null)
  const stopped = useRef(false)
  const add = async (files: readonly (File | ScannedFile)[], original: boolean): Promise<void> => {
    stopped.current = false
    let last: OutputOf<'file.add'> | null = null
    let added = 0
    for (const [done, file] of files.entries()) {
      if (stopped.current) break
      setGoing({ done, total: files.length })
      const answer = file instanceof File ? await takeIn(owner, file, original, today) : await takeScan(owner, file, original, today)
      if (answer.ok) {
        last = answer.value
        added += 1
      } else {
        const words = say(answer.code, answer.detail)
        notify({ tone: 'late', text: `“${showSigns(file.name)}”没有加上：${words.say}`, next: words.next })
      }
    }
    setGoing(null)
    if (last === null) return
    if (added === 1) notifySaved(`已加附件“${showSigns(last.file.name)}”`, { id: last.record.id, version: last.record.version })
    else notify({ tone: 'done', text: `已加 ${added} 个附件` })
  }
  return { add, going, stop: () => { stopped.current = true } }
}
