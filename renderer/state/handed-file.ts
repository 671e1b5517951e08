/** A package that somebody opened from the stick: shown where packages are looked at before they are read. Nothing is read in by itself. */
import { useEffect } from 'react'
import { call, onEvent } from '../api'
import { go } from './navigation'
import { notifyFailure } from './notices'

async function show(role: 'town' | 'county'): Promise<void> {
  const answer = await call('shell.handed', {})
  if (!answer.ok) return notifyFailure(answer)
  const { path } = answer.value
  if (path === null) return
  if (role === 'town') return go({ screen: 'report', file: path })
  const { lookAtHanded } = await import('../screens/county/stick-desk')
  go({ screen: 'import' })
  await lookAtHanded(path)
}

/** At the start of the work and whenever the system hands over another one. */
export function useHandedFile(role: 'town' | 'county'): void {
  useEffect(() => {
    void show(role)
    return onEvent((event) => {
      if (event.kind === 'handed') void show(role)
    })
  }, [role])
}
