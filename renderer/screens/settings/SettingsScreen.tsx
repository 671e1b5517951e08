import './settings.css'
import type { RouteOf, ScreenProps } from '../../state/routes'
import { replace } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { assertNever } from '../../../shared/result'
import type { OfficeInfo } from '../../../shared/contract/office'
import { AuditCard } from '../audit/AuditCard'
import { RecoveryCard } from '../exchange/RecoveryCard'
import { RecoveryCodeCard } from '../recovery-code/RecoveryCodeCard'
import { PageHead } from '../../ui/PageHead'
import { Segmented } from '../../ui/Segmented'
import { PrivacyLinkCard } from '../privacy/PrivacyLinkCard'
import { BackupCard } from './BackupCard'
import { ChoicesPart } from './ChoicesPart'
import { DoctorCard } from './DoctorCard'
import { LockCard } from './LockCard'
import { LookPart } from './LookPart'
import { OfficePart } from './OfficePart'
import { PasswordCard } from './PasswordCard'
import { RulesPart } from './RulesPart'

type Part = NonNullable<RouteOf<'settings'>['part']>

const parts = [
  { value: 'office', label: '单位和名册' }, { value: 'safety', label: '备份和密码' }, { value: 'rules', label: '期限规则' },
  { value: 'choices', label: '统计口径' }, { value: 'look', label: '字号和帮助' },
] as const

/** Five short pages instead of one long one. */
export default function SettingsScreen({ route }: ScreenProps<'settings'>) {
  const office = useOffice()
  const part = route.part ?? 'office'
  if (office === null) return null
  return (
    <>
      <PageHead title="设置" beside={office.name} />
      <div className="body settings">
        <Segmented label="设置哪一部分" options={parts} value={part} onChange={(value) => replace({ screen: 'settings', part: value })} />
        {partOf(part, office)}
      </div>
    </>
  )
}

function partOf(part: Part, office: OfficeInfo): React.ReactNode {
  switch (part) {
    case 'office':
      return <OfficePart office={office} />
    case 'safety':
      return <><BackupCard office={office} /><PasswordCard /><RecoveryCodeCard office={office} /><RecoveryCard office={office} /><LockCard /><PrivacyLinkCard /><AuditCard /><DoctorCard /></>
    case 'rules':
      return <RulesPart />
    case 'choices':
      return <ChoicesPart />
    case 'look':
      return <LookPart />
    default:
      return assertNever(part)
  }
}
