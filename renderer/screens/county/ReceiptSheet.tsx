import type { ImportedFile } from '../../../shared/contract/exchange'
import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'
import { shownCounts } from './package-words'

interface ReceiptSheetProps {
  readonly county: string
  readonly by: string
  readonly today: string
  readonly file: ImportedFile
}

/** The receipt on paper, for the town's binder. */
export function ReceiptSheet({ county, by, today, file }: ReceiptSheetProps) {
  return (
    <Sheet title={`${county}人大代工委数据接收回执`} lines={[`接收日期：${sayDate(today)}`, `经办人：${by}`]} signs={['接收单位（盖章）', '送交人签字', '日期']}>
      <table>
        <tbody>
          <tr><th>报送单位</th><td>{`${file.from?.name ?? ''}（${file.from?.org ?? ''}）`}</td></tr>
          <tr><th>上报包</th><td>{`第 ${String(file.pseq ?? '')} 包，${sayDate((file.created ?? '').slice(0, 10))}制作`}</td></tr>
          <tr><th>接收情况</th><td>{shownCounts(file.counts ?? {}).map(({ word, count }) => `${word} ${String(count)} 条`).join('，')}</td></tr>
          <tr><th>是否齐全</th><td>{file.complete === false ? `还缺 ${String(file.missing ?? 0)} 条，请在下一包补上` : '齐全'}</td></tr>
          {(file.conflicts ?? []).length > 0 && <tr><th>县、镇都改过</th><td>{(file.conflicts ?? []).map((one) => one.title).join('；')}</td></tr>}
        </tbody>
      </table>
    </Sheet>
  )
}
