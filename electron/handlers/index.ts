/** Every handler of the store, by command. */
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { auditHandlers } from './audit'
import { formHandlers } from './county-form'
import { deputyHandlers } from './deputies'
import { draftHandlers } from './drafts'
import { exchangeHandlers } from './exchange'
import { fileHandlers } from './files'
import { homeHandlers } from './home'
import { ledgerHandlers } from './ledgers'
import { listHandlers } from './lists'
import { mergeHandlers } from './merge-preview'
import { meetingHandlers } from './meetings'
import { officeHandlers } from './office'
import { projectVoteHandlers } from './project-vote'
import { recordHandlers } from './records'
import { reportHandlers } from './report'
import { editHandlers } from './report-edit'
import { frozenHandlers } from './report-frozen'
import { rosterHandlers } from './roster'
import { ruleHandlers } from './rules'
import { seedHandlers } from './seed'
import { statsHandlers } from './stats'
import { whyHandlers } from './stats-why'
import { stepHandlers } from './steps'
import { termHandlers } from './term'
import { todoSettleHandlers } from './todo-settle'
import { yearHandlers } from './year'

export const handlers: Handlers<Desk> = {
  ...officeHandlers, ...auditHandlers, ...recordHandlers, ...mergeHandlers, ...fileHandlers, ...stepHandlers, ...listHandlers, ...draftHandlers, ...deputyHandlers, ...homeHandlers, ...statsHandlers, ...whyHandlers, ...reportHandlers, ...editHandlers, ...frozenHandlers, ...formHandlers,
  ...rosterHandlers, ...exchangeHandlers, ...seedHandlers, ...todoSettleHandlers, ...yearHandlers, ...ruleHandlers, ...termHandlers, ...ledgerHandlers, ...projectVoteHandlers, ...meetingHandlers,
}
