/** A town with an inspection under way. */
import { supervisionAnswers } from '../../supervision/sample'
import type { Answers } from '../fake-api'
import { townAnswers } from '../sample'

export const scenes: Readonly<Record<string, Answers>> = { supervision: { ...townAnswers, ...supervisionAnswers } }
