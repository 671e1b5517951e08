import { FileExcelOutlined } from '@ant-design/icons'
import type { DeputyRow } from '../../../shared/contract/records'
import { notifyMade, useOutFolder } from '../../print/out-folder'
import { SheetButtons } from '../../print/SheetButtons'
import { notifyFailure } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { DeputiesSheet } from './DeputiesSheet'
import { shownWords, type DeputyFilter } from './filter-deputies'

interface DeputyPapersProps {
  /** Those whom the filters leave. */
  readonly found: readonly DeputyRow[]
  readonly filter: DeputyFilter
  /** The day whose roster it is. */
  readonly at: string
}

/** Everybody whom the filters leave on paper, as PDF and as a table, not only those who are listed so far. */
export function DeputyPapers({ found, filter, at }: DeputyPapersProps) {
  const { folder } = useOutFolder()
  const office = useOffice()
  const make = useCommand('deputies.file')
  const group = filter.group === '-' ? '没有分组' : filter.group
  const which = [shownWords[filter.shown], group, filter.text === '' ? '' : `找“${filter.text}”`].filter((word) => word !== '').join('，')
  const save = async (): Promise<void> => {
    const made = await make.run({ at, mandates: found.map((row) => row.mandate), out: folder })
    if (!made.ok) return notifyFailure(made)
    for (const file of made.value.files) notifyMade(file.path, file.aside)
  }
  return (
    <>
      <SheetButtons name="代表名册" sheet={found.length === 0 ? null : <DeputiesSheet rows={found} office={office?.name ?? ''} day={at} which={which} />} />
      <Button look="text" icon={<Icon of={FileExcelOutlined} />} busy={make.busy} disabled={folder === '' || found.length === 0} onClick={() => void save()}>存成表格</Button>
    </>
  )
}
