/** The dialogs that must be answered, the one on top last: nothing outside it can be pressed, so what is to be read and pressed meanwhile stands in it. */
import { create } from 'zustand'

const useDialogs = create<{ readonly open: readonly HTMLElement[] }>(() => ({ open: [] }))

/** Says that a dialog is on top; gives the way to say that it is gone. */
export function openedDialog(dialog: HTMLElement): () => void {
  useDialogs.setState(({ open }) => ({ open: [...open, dialog] }))
  return () => useDialogs.setState(({ open }) => ({ open: open.filter((one) => one !== dialog) }))
}

/** The dialog on top, or null. */
export const useTopDialog = (): HTMLElement | null => useDialogs(({ open }) => open.at(-1) ?? null)
