/** Whether the application was ended or killed without closing the office: said once, after the file was looked over. */
import type { Store } from '../store/store'

const key = 'running'

/** To be called when somebody begins to work; null = the last time was closed as it should be. */
export function noteBeginning(store: Store, by: string): { readonly sound: boolean } | null {
  const unclean = store.settings.get(key, false)
  store.settings.set(key, true)
  if (!unclean) return null
  const sound = store.isSound()
  store.events.note({ kind: 'unclean', by, detail: { sound } })
  return { sound }
}

/** To be called before the store closes. On a disk that takes nothing more the office closes all the same. */
export function noteEnd(store: Store): void {
  try {
    if (store.settings.get(key, false)) store.settings.remove(key)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
