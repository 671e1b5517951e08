/** New receipts on the stick that is plugged in: looked for once per stick, and again when asked. */
import { useCallback, useEffect, useState } from 'react'
import { findReceipts } from './receipts'

export interface NewReceipts {
  readonly files: readonly string[]
  readonly look: () => void
}

export function useReceipts(path: string | null, since: string): NewReceipts {
  const [found, setFound] = useState<{ readonly path: string; readonly files: readonly string[] } | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (path === null) return undefined
    let stopped = false
    void findReceipts(path, since).then((files) => {
      if (!stopped) setFound({ path, files })
    })
    return () => {
      stopped = true
    }
  }, [path, since, turn])
  const look = useCallback(() => setTurn((before) => before + 1), [])
  return { files: found !== null && found.path === path ? found.files : none, look }
}

const none: readonly string[] = []
