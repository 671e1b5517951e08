/** Says that rules were changed, and takes it back. */
import { call } from '../../api'
import { dismiss, notify, notifyFailure } from '../../state/notices'

/** `done` is called after the change was taken back. */
export function notifyRules(text: string, done: () => void): void {
  const notice = notify({ tone: 'done', text, button: { label: '撤销', run: () => void takeBack() } })
  async function takeBack(): Promise<void> {
    dismiss(notice)
    await undoRules(done)
  }
}

export async function undoRules(done: () => void): Promise<void> {
  const answer = await call('rules.undo', {})
  if (!answer.ok) {
    notifyFailure(answer)
    return
  }
  notify({ tone: 'done', text: answer.value.undone === null ? '没有可撤销的' : `已撤销：${answer.value.undone}`, ...(answer.value.left.length > 0 ? { next: `有 ${answer.value.left.length} 件后来又改过，没有动` } : {}) })
  done()
}
