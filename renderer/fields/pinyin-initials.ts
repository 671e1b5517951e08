/** Pinyin initials of short Chinese words, so that jsf finds 教师. The dictionary is large and loaded when first wanted. */
import { useEffect, useState } from 'react'

let loading: Promise<(text: string) => string> | null = null

/** Resolves to the function that gives 'jsf' for '教师发'; letters and digits stay as they are. */
export function loadInitials(): Promise<(text: string) => string> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => (text: string) =>
    pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase())
  return loading
}

const none = (): string => ''

/** The function once it is there; until then initials find nothing. */
export function useInitials(wanted: boolean): (text: string) => string {
  const [initials, setInitials] = useState<(text: string) => string>(() => none)
  useEffect(() => {
    let gone = false
    if (wanted) void loadInitials().then((load) => {
      if (!gone) setInitials(() => load)
    })
    return () => {
      gone = true
    }
  }, [wanted])
  return initials
}
