/** A town with its meetings at hand. */
import { meetingAnswers, presidiumPage, sessionPage } from '../../meetings/sample'
import type { Answers } from '../fake-api'
import { townAnswers } from '../sample'

export const scenes: Readonly<Record<string, Answers>> = {
  meetings: { ...townAnswers, ...meetingAnswers, 'record.page': ({ id }) => (id === 's1' ? sessionPage : presidiumPage) },
}
