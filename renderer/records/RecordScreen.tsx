import './records.css'
import type { ReactElement } from 'react'
import type { Declaration } from '../../shared/record'
import type { RecordPage } from '../../shared/contract/records'
import { statusLog } from '../../shared/facts'
import { useDeclaration } from '../state/declarations'
import { go } from '../state/navigation'
import type { ScreenProps } from '../state/routes'
import { useOffice } from '../state/session'
import { useQuery } from '../state/use-query'
import { Loaded } from '../ui/Loading'
import { PageHead } from '../ui/PageHead'
import { Status } from '../ui/Status'
import { Children } from './Children'
import { CourseCard } from './CourseCard'
import { Doubts } from './Doubts'
import { FieldsCard } from './FieldsCard'
import { titleIn } from './format-value'
import { listRoute, tabWord } from './menus'
import { missingOf, NextStep } from './NextStep'
import { PageTools, RecordBanners } from './PageTools'
import { DueCard, FilesCard } from './SideCards'
import { StepDrawer } from './StepDrawer'
import { toneOfStatus } from './status-words'
import { useOpenStep } from './use-open-step'

interface RecordScreenProps extends ScreenProps<'record'> {
  /** A way of a type's own to go on, above the steps; null where the record does not ask for it. */
  readonly above?: (page: RecordPage) => ReactElement | null
}

/** The page of any record: what to do next, what it holds, what stands under it. */
export default function RecordScreen({ route, above }: RecordScreenProps) {
  const query = useQuery('record.page', { id: route.id })
  const page = query.data
  const declaration = useDeclaration(page?.record.type ?? route.type ?? '')
  const type = declaration?.type ?? route.type ?? ''
  const status = page?.record.status ?? (typeof page?.record.fields['status'] === 'string' ? page.record.fields['status'] : undefined)
  return (
    <>
      <PageHead
        title={page?.title ?? tabWord(type)}
        crumb={tabWord(type)}
        onCrumb={() => go(listRoute(type))}
        tag={status !== undefined && <Status tone={toneOfStatus(type, status)} box>{status}</Status>}
      />
      <Loaded query={query} rows={8}>
        {(found) => (declaration === null ? null : <Page page={found} declaration={declaration} own={above?.(found) ?? null} {...(route.step === undefined ? {} : { wanted: route.step })} />)}
      </Loaded>
    </>
  )
}

function Page({ page, declaration, own, wanted }: { readonly page: RecordPage; readonly declaration: Declaration; readonly own: ReactElement | null; readonly wanted?: string }) {
  const today = useOffice()?.today ?? ''
  const { step, openStep, closeStep } = useOpenStep(page, wanted)
  const { record } = page
  const side = statusLog(record).length > 0 || page.todos.length > 0
  return (
    <>
      <div className="body">
        <PageTools page={page} declaration={declaration} drawerOpen={step !== null} />
        <RecordBanners page={page} />
        <div className={side ? 'rec-cols' : 'rec-col'}>
          <div className="rec-col">
            {!record.deleted && own}
            {!record.deleted && <NextStep page={page} missing={missingOf(page)} onStep={openStep} quiet={step !== null || own !== null} />}
            <Doubts pages={[page]} />
            <FieldsCard declaration={declaration} record={record} titleOf={titleIn(page.titles)} />
            <Children page={page} />
            {!side && <FilesCard page={page} />}
          </div>
          {side && (
            <div className="rec-col">
              <DueCard page={page} today={today} onStep={openStep} />
              <CourseCard record={record} />
              <FilesCard page={page} />
            </div>
          )}
        </div>
      </div>
      {step !== null && <StepDrawer key={`${step.name} ${record.version}`} record={record} step={step} onClose={closeStep} />}
    </>
  )
}
