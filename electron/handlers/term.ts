/** 换届: plan, make, open. */
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { electDeputy } from './term-elect'
import { makeTerm } from './term-make'
import { openTerm } from './term-open'
import { termPlan } from './term-plan'

export const termHandlers = {
  'term.plan': (_input, desk) => ok(termPlan(desk)),
  'term.make': (input, desk) => makeTerm(desk, input),
  'term.elect': (input, desk) => electDeputy(desk, input),
  'term.open': (input, desk) => openTerm(desk, input),
} satisfies Partial<Handlers<Desk>>
