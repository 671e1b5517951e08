/** The pile that is being read: it goes on while another screen is open. Pages are in the store as soon as they are read; here is only how far it is. */
import { create } from 'zustand'
import { call } from '../../api'
import type { PaperTrouble } from '../../paper/messages'
import { readPile } from '../../paper/read-pile'

export interface Going {
  readonly file: number
  readonly files: number
  readonly name: string
  readonly page: number
  readonly pages: number
}

interface Pile {
  readonly going: Going | null
  /** What could not be read, in sentences, newest last. */
  readonly troubles: readonly string[]
  /** Pages taken in this run. */
  readonly taken: number
  readonly stop: (() => void) | null
}

export const usePile = create<Pile>(() => ({ going: null, troubles: [], taken: 0, stop: null }))

const many = 200

const words: Readonly<Record<PaperTrouble, (name: string, page: number) => string>> = {
  encrypted: (name) => `“${name}”加了密码，读不了。请打开它，另存一份不带密码的再放进来。`,
  broken: (name) => `“${name}”不是图片或 PDF，或者已经损坏，没有读。`,
  empty: (name) => `“${name}”是空的，没有读。`,
  'page-broken': (name, page) => `“${name}”第 ${page} 页损坏，读不了；其余的页照常归档。`,
  'too-large': (name) => `“${name}”太大，没有读。请分成几份再放进来。`,
}

const trouble = (text: string): void => { usePile.setState(({ troubles }) => ({ troubles: [...troubles, text].slice(-20) })) }

export const clearTroubles = (): void => { usePile.setState({ troubles: [] }) }

/** Reads these files one after another; a second pile waits for nothing and is refused while one is going. */
export async function takePile(files: readonly File[], onTaken: () => void): Promise<void> {
  if (usePile.getState().going !== null || files.length === 0) return
  const control = new AbortController()
  const first = files[0]?.name ?? ''
  usePile.setState({ going: { file: 1, files: files.length, name: first, page: 0, pages: 0 }, troubles: [], taken: 0, stop: () => { control.abort() } })
  const warned = new Set<string>()
  try {
    await readPile({
      files, signal: control.signal,
      onProgress: (going) => {
        usePile.setState({ going })
        if (going.pages <= many || warned.has(going.name)) return
        warned.add(going.name)
        trouble(`“${going.name}”有 ${going.pages} 页，大约要 ${Math.ceil(going.pages / 60)} 分钟。可以先做别的，也可以随时停下，读过的页都已归好。`)
      },
      onTrouble: ({ name, page, why }) => { trouble(words[why](name, page)) },
      onPage: async ({ name, page, content, codes }) => {
        const kept = await call('paper.take', { content, name: name.slice(0, 200), page, codes: codes.map((code) => code.slice(0, 500)).slice(0, 50) })
        if (!kept.ok) trouble(`“${name}”第 ${page} 页没有存下来，请再放一次。`)
        else usePile.setState(({ taken }) => ({ taken: taken + 1 }))
        onTaken()
      },
    })
  } catch {
    trouble('读图的程序停了，剩下的没有读。请把剩下的再放进来。')
  } finally {
    usePile.setState({ going: null, stop: null })
    onTaken()
  }
}
