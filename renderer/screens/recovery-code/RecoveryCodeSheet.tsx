import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'

interface RecoveryCodeSheetProps {
  readonly office: string
  readonly today: string
  readonly code: string
}

/** The code on paper, with what to do with it. */
export function RecoveryCodeSheet({ office, today, code }: RecoveryCodeSheetProps) {
  return (
    <Sheet title={`${office} 密码恢复单`} lines={[`打印日期：${sayDate(today)}`]} signs={['保管人', '存放地点', '日期']}>
      <p>打开“镇人大工作台”的密码忘了时用：在输密码的地方点“密码忘了”，照下面输入恢复码，再设一个新密码。</p>
      <p className="recovery-key">{code}</p>
      <p>谁拿到这张纸，谁就能打开全部记录。请装进信封封好，锁进柜子，不要拍照、不要发微信。重新打印一张后，这张作废。</p>
    </Sheet>
  )
}
