/** Every handler of the store, by command. */
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { auditHandlers } from './audit'
import { backupHandlers } from './backups'
import { deputyHandlers } from './deputies'
import { doctorHandlers } from './doctor'
import { draftHandlers } from './drafts'
import { exchangeHandlers } from './exchange'
import { fileHandlers } from './files'
import { guideHandlers } from './guide'
import { handoverHandlers } from './handover'
import { homeHandlers } from './home'
import { later } from './later'
import { ledgerHandlers } from './ledgers'
import { listFileHandlers } from './list-file'
import { listPageHandlers } from './list-page'
import { listHandlers } from './lists'
import { paperFormHandlers } from './paper-forms'
import { paperTrayHandlers } from './paper-tray'
import { mergeHandlers } from './merge-preview'
import { meetingHandlers } from './meetings'
import { officeHandlers } from './office'
import { privacyHandlers } from './privacy'
import { projectVoteHandlers } from './project-vote'
import { recordHandlers } from './records'
import { recoveryCodeHandlers } from './recovery-code'
import { ruleHandlers } from './rules'
import { statsHandlers } from './stats'
import { whyHandlers } from './stats-why'
import { stepHandlers } from './steps'
import { todoSettleHandlers } from './todo-settle'
import { ownFieldHandlers } from './own-fields'
import { pointHandlers } from './points'
import { scanHandlers } from './scans'
import { groupMoveHandlers } from './group-move'
import { setManyHandlers } from './set-many'
import { yearHandlers } from './year'

/** Of no use before somebody asks for a paper, a table or a year of old books: half of the code. */
const onDemand = {
  ...later({ 'archive.make': true }, async () => (await import('./archive')).archiveHandlers),
  ...later({ 'form.get': true, 'form.load': true, 'form.map': true, 'form.guess': true, 'form.fill': true }, async () => (await import('./county-form')).formHandlers),
  ...later({ 'deputies.file': true }, async () => (await import('./deputy-file')).deputyFileHandlers),
  ...later({ 'history.import': true }, async () => (await import('./history')).historyHandlers),
  ...later({ 'office.practice': true }, async () => (await import('./practice')).practiceHandlers),
  ...later({ 'report.make': true, 'report.preview': true, 'report.html': true, 'stats.file': true, 'stats.html': true }, async () => (await import('./report')).reportHandlers),
  ...later({ 'report.draft': true, 'report.edit': true }, async () => (await import('./report-edit')).editHandlers),
  ...later({ 'report.freeze': true, 'report.frozen': true, 'report.compare': true, 'report.void': true }, async () => (await import('./report-frozen')).frozenHandlers),
  ...later({ 'report.folder': true }, async () => (await import('./report-folder')).folderHandlers),
  ...later({ 'official.make': true, 'official.html': true }, async () => (await import('./official-papers')).officialHandlers),
  ...later({ 'report.rehearse': true }, async () => (await import('./report-rehearsal')).rehearsalHandlers),
  ...later({ 'stats.charts': true }, async () => (await import('./stats-charts')).chartHandlers),
  ...later({ 'roster.preview': true, 'roster.import': true }, async () => (await import('./roster')).rosterHandlers),
  ...later({ 'seed.run': true }, async () => (await import('./seed')).seedHandlers),
  ...later({ 'term.plan': true, 'term.make': true, 'term.elect': true, 'term.open': true }, async () => (await import('./term')).termHandlers),
}

export const handlers: Handlers<Desk> = {
  ...officeHandlers, ...recoveryCodeHandlers, ...backupHandlers, ...doctorHandlers, ...privacyHandlers, ...auditHandlers, ...recordHandlers, ...mergeHandlers, ...fileHandlers, ...stepHandlers, ...listHandlers, ...listFileHandlers, ...draftHandlers, ...deputyHandlers, ...homeHandlers, ...statsHandlers, ...whyHandlers,
  ...exchangeHandlers, ...todoSettleHandlers, ...yearHandlers, ...ruleHandlers, ...ledgerHandlers, ...projectVoteHandlers, ...meetingHandlers,
  ...guideHandlers, ...paperFormHandlers, ...paperTrayHandlers,
  ...ownFieldHandlers,
  ...listPageHandlers,
  ...pointHandlers,
  ...scanHandlers,
  ...setManyHandlers,
  ...groupMoveHandlers,
  ...handoverHandlers,
  ...onDemand,
}
