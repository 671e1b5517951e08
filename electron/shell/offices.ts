/** The office that the window looks at: the real one, or a practice office. Each has a process and a folder of its own; one is open at a time. */
import type { StoreEvent } from '../../shared/contract'
import { practiceDir } from './paths'
import { startStoreProcess, type StoreProcess } from './store-process'

export interface Offices extends StoreProcess {
  /** True while the window looks at made-up people. */
  readonly practising: boolean
  /** Closes what is open and turns to the practice office of this level, or to the real office. */
  look(role: 'town' | 'county' | 'none'): Promise<void>
}

export function openOffices(data: string, tell: (event: StoreEvent) => void): Offices {
  let practising = false
  let store = startStoreProcess(data, false, tell)
  return {
    get practising() {
      return practising
    },
    async look(role) {
      await store.close()
      practising = role !== 'none'
      store = role === 'none' ? startStoreProcess(data, false, tell) : startStoreProcess(practiceDir(data, role), true, tell)
    },
    start() { store.start() },
    ask: (name, input) => store.ask(name, input),
    close: () => store.close(),
  }
}
