/**
 * Where packages go to and come from: a stick that is plugged in, or a folder that somebody chose. Sticks are looked for every three
 * seconds while a screen shows them, and never while the window is hidden.
 */
import { useCallback, useEffect, useState } from 'react'
import { create } from 'zustand'
import type { Drive } from '../../../shared/contract/shell'
import { call } from '../../api'
import { notifyFailure } from '../../state/notices'

export interface Place {
  readonly path: string
  readonly label: string
  /** Null for a folder. */
  readonly free: number | null
}

const everyMs = 3000

// The choice outlives the screen: who looked something up comes back to the same stick.
const useChoice = create<{ readonly path: string | null; readonly folder: string | null }>(() => ({ path: null, folder: null }))

/** Forgets the choice: between tests. */
export const resetPlace = (): void => useChoice.setState({ path: null, folder: null })

export interface PlaceState {
  /** False until the first look. */
  readonly looked: boolean
  readonly drives: readonly Drive[]
  readonly place: Place | null
  readonly choose: (path: string) => void
  readonly chooseFolder: () => Promise<void>
}

export function usePlace(): PlaceState {
  const [drives, setDrives] = useState<readonly Drive[] | null>(null)
  const choice = useChoice()
  useEffect(() => {
    let stopped = false
    const look = async (): Promise<void> => {
      if (document.hidden) return
      const answer = await call('shell.drives', {})
      if (stopped || !answer.ok) return
      // The same drives again must not repaint the page.
      setDrives((before) => (JSON.stringify(before) === JSON.stringify(answer.value.drives) ? before : answer.value.drives))
    }
    void look()
    const timer = setInterval(() => void look(), everyMs)
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [])
  const choose = useCallback((path: string) => useChoice.setState({ path, folder: null }), [])
  const chooseFolder = useCallback(async () => {
    const answer = await call('shell.pick-folder', { title: '上报包放在哪里' })
    if (!answer.ok) notifyFailure(answer)
    else if (answer.value.path !== null) useChoice.setState({ folder: answer.value.path })
  }, [])
  const list = drives ?? []
  return { looked: drives !== null, drives: list, place: placeOf(list, choice), choose, chooseFolder }
}

/** A chosen folder, else the chosen stick while it is there, else the one that came last: a fixed second disk has an earlier letter. */
export function placeOf(drives: readonly Drive[], choice: { readonly path: string | null; readonly folder: string | null }): Place | null {
  if (choice.folder !== null) return { path: choice.folder, label: choice.folder, free: null }
  const drive = drives.find((one) => one.path === choice.path) ?? drives.at(-1)
  return drive ? { path: drive.path, label: nameOfDrive(drive), free: drive.free_bytes } : null
}

/** “望川人大”（E:） on a system that gives names, else the letter alone. */
export function nameOfDrive({ label, path }: Pick<Drive, 'label' | 'path'>): string {
  const letter = /^[A-Z]:/u.exec(path)?.[0]
  if (letter === undefined) return `“${label}”`
  return label === letter || label === '' ? letter : `“${label}”（${letter}）`
}
