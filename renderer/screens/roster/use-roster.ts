/** A roster file on its way in: chosen, previewed with the person's choice of columns, imported. Nothing is written before 导入. */
import { useRef, useState } from 'react'
import type { RosterPreview, RosterTaken } from '../../../shared/contract/figures'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'

export interface RosterWork {
  readonly file: string | null
  readonly preview: RosterPreview | null
  /** After 导入. */
  readonly result: RosterTaken | null
  readonly failure: Failure | null
  readonly busy: 'reading' | 'importing' | null
  readonly pick: () => Promise<void>
  /** Takes a column for this field (or for none) and looks again. */
  readonly choose: (column: string, field: string) => void
  readonly confirmOn: string | null
  readonly setConfirmOn: (day: string | null) => void
  /** Resolves to what was written; null where it failed. */
  readonly take: () => Promise<RosterTaken | null>
}

type Choices = Readonly<Record<string, string>>

export function useRoster(): RosterWork {
  const [file, setFile] = useState<string | null>(null)
  const [map, setMap] = useState<Choices>({})
  const [preview, setPreview] = useState<RosterPreview | null>(null)
  const [result, setResult] = useState<RosterTaken | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState<RosterWork['busy']>(null)
  const [confirmOn, setConfirmOn] = useState<string | null>(null)
  const asked = useRef(0)

  const look = async (path: string, choices: Choices): Promise<void> => {
    const turn = ++asked.current
    setBusy('reading')
    setFailure(null)
    const answer = await call('roster.preview', { file: path, map: choices })
    // A later choice is being looked at already.
    if (turn !== asked.current) return
    setBusy(null)
    if (answer.ok) setPreview(answer.value)
    else setFailure(answer)
  }

  const pick = async (): Promise<void> => {
    const picked = await call('shell.pick-file', { title: '选择代表花名册', kinds: 'roster' })
    if (!picked.ok) {
      setFailure(picked)
      return
    }
    if (picked.value.path === null) return
    setFile(picked.value.path)
    setMap({})
    setPreview(null)
    setResult(null)
    await look(picked.value.path, {})
  }

  const choose = (column: string, field: string): void => {
    const next = { ...map, [column]: field }
    setMap(next)
    if (file !== null) void look(file, next)
  }

  const take = async (): Promise<RosterTaken | null> => {
    if (file === null || busy !== null) return null
    setBusy('importing')
    setFailure(null)
    const answer = await call('roster.import', { file, map, ...(confirmOn === null ? {} : { confirm_on: confirmOn }) })
    setBusy(null)
    if (!answer.ok) {
      setFailure(answer)
      return null
    }
    setResult(answer.value)
    return answer.value
  }

  return { file, preview, result, failure, busy, pick, choose, confirmOn, setConfirmOn, take }
}
