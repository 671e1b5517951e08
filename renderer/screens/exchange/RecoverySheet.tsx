import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'

interface RecoverySheetProps {
  readonly office: string
  readonly today: string
  /** The key in groups. */
  readonly words: string
  readonly use: string
}

/** The recovery key on paper. */
export function RecoverySheet({ office, today, words, use }: RecoverySheetProps) {
  return (
    <Sheet title={`${office} 恢复单`} lines={[`打印日期：${sayDate(today)}`]} signs={['保管人', '存放地点', '日期']}>
      <p>{use}</p>
      <p className="recovery-key">{words}</p>
      <p>只有这一张纸上有，电脑里不再保存。请装进信封封好，锁进柜子，不要拍照、不要发微信。</p>
    </Sheet>
  )
}
