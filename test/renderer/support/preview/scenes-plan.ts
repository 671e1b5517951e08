/** A town with the plan of its year. */
import { planAnswers } from '../../plan/sample'
import type { Answers } from '../fake-api'
import { townAnswers } from '../sample'

export const scenes: Readonly<Record<string, Answers>> = { plan: { ...townAnswers, ...planAnswers } }
