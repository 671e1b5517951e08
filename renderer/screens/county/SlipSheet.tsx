import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'

interface SlipSheetProps {
  readonly name: string
  readonly county: string
  readonly code: string
  /** The first, second … slip of this town. */
  readonly no: number
  readonly today: string
}

/** The paper slip with the pairing code. */
export function SlipSheet({ name, county, code, no, today }: SlipSheetProps) {
  return (
    <Sheet title={`${county}—${name} 配对码`} lines={[`第 ${String(no)} 张`, `制作日期：${sayDate(today)}`, '60 天内有效，只管一台电脑']}>
      <p className="slip-code">{code}</p>
      <p>用法：在“上报”里选县里给的配对文件，再照这张纸条输入配对码。用完请销毁。</p>
      <p>这张纸条不要和配对文件放在一起，不要拍照，不要用微信发。</p>
    </Sheet>
  )
}
