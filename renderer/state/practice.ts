/** Going to the practice office and back. Nothing of the one stays in the window for the other. */
import { call } from '../api'
import { resetNavigation } from './navigation'
import { notifyFailure } from './notices'
import { readOffice } from './session'
import { forgetTitles } from './titles'
import { forgetAnswers } from './use-query'

/** Turns the window to the practice office of a level, or back to the real one, which then asks for its password. */
export async function lookAt(role: 'town' | 'county' | 'none'): Promise<void> {
  const answer = await call('shell.practice', { role })
  if (!answer.ok) {
    notifyFailure(answer)
    return
  }
  forgetAnswers()
  forgetTitles()
  resetNavigation()
  await readOffice()
}
