/** Every handler of the store, by command. */
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { archiveHandlers } from './archive'
import { auditHandlers } from './audit'
import { backupHandlers } from './backups'
import { formHandlers } from './county-form'
import { deputyHandlers } from './deputies'
import { deputyFileHandlers } from './deputy-file'
import { doctorHandlers } from './doctor'
import { draftHandlers } from './drafts'
import { exchangeHandlers } from './exchange'
import { fileHandlers } from './files'
import { guideHandlers } from './guide'
import { handoverHandlers } from './handover'
import { historyHandlers } from './history'
import { homeHandlers } from './home'
import { ledgerHandlers } from './ledgers'
import { listFileHandlers } from './list-file'
import { listPageHandlers } from './list-page'
import { listHandlers } from './lists'
import { paperFormHandlers } from './paper-forms'
import { paperTrayHandlers } from './paper-tray'
import { mergeHandlers } from './merge-preview'
import { meetingHandlers } from './meetings'
import { officeHandlers } from './office'
import { practiceHandlers } from './practice'
import { privacyHandlers } from './privacy'
import { projectVoteHandlers } from './project-vote'
import { recordHandlers } from './records'
import { reportHandlers } from './report'
import { editHandlers } from './report-edit'
import { frozenHandlers } from './report-frozen'
import { folderHandlers } from './report-folder'
import { recoveryCodeHandlers } from './recovery-code'
import { officialHandlers } from './official-papers'
import { rehearsalHandlers } from './report-rehearsal'
import { chartHandlers } from './stats-charts'
import { rosterHandlers } from './roster'
import { ruleHandlers } from './rules'
import { seedHandlers } from './seed'
import { statsHandlers } from './stats'
import { whyHandlers } from './stats-why'
import { stepHandlers } from './steps'
import { termHandlers } from './term'
import { todoSettleHandlers } from './todo-settle'
import { ownFieldHandlers } from './own-fields'
import { pointHandlers } from './points'
import { scanHandlers } from './scans'
import { setManyHandlers } from './set-many'
import { yearHandlers } from './year'

export const handlers: Handlers<Desk> = {
  ...officeHandlers, ...recoveryCodeHandlers, ...backupHandlers, ...doctorHandlers, ...privacyHandlers, ...auditHandlers, ...recordHandlers, ...mergeHandlers, ...fileHandlers, ...stepHandlers, ...listHandlers, ...listFileHandlers, ...draftHandlers, ...deputyHandlers, ...deputyFileHandlers, ...homeHandlers, ...statsHandlers, ...whyHandlers, ...reportHandlers, ...editHandlers, ...frozenHandlers, ...formHandlers, ...rehearsalHandlers, ...folderHandlers, ...chartHandlers,
  ...rosterHandlers, ...exchangeHandlers, ...seedHandlers, ...todoSettleHandlers, ...yearHandlers, ...ruleHandlers, ...termHandlers, ...historyHandlers, ...ledgerHandlers, ...projectVoteHandlers, ...meetingHandlers,
  ...practiceHandlers, ...guideHandlers, ...paperFormHandlers, ...paperTrayHandlers, ...archiveHandlers,
  ...ownFieldHandlers,
  ...officialHandlers, ...listPageHandlers,
  ...pointHandlers,
  ...scanHandlers,
  ...setManyHandlers,
  ...handoverHandlers,
}
