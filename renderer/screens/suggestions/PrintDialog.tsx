import type { ReactNode } from 'react'
import { textOf } from '../../../shared/facts'
import { printSheet } from '../../print/print-sheet'
import { printPage } from '../../records/ListActions'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { AssignSheet, CourseSheet, FeedbackSheet, PaperSheet, UrgeSheet, type FormInput } from './FormSheets'

interface Form {
  readonly word: string
  readonly note: string
  readonly sheet: ReactNode
}

/** The forms that can be filled by now. */
function formsOf(input: FormInput): readonly Form[] {
  const assigned = textOf(input.record.fields, 'assigned_on') !== ''
  const open = input.timeline.next !== null
  return [
    { word: '代表建议专用纸', note: '代表签名用', sheet: <PaperSheet input={input} /> },
    ...(assigned ? [{ word: '交办通知单', note: '承办单位签收', sheet: <AssignSheet input={input} /> }, { word: '征询意见表', note: '代表填评价，一式两份', sheet: <FeedbackSheet input={input} /> }] : []),
    ...(assigned && open ? [{ word: '催办单', note: '催办后再登记“催办”', sheet: <UrgeSheet input={input} /> }] : []),
    { word: '办理经过', note: `共 ${input.timeline.past.length} 条`, sheet: <CourseSheet input={input} /> },
  ]
}

/** Which of a suggestion's papers is printed. */
export function PrintDialog({ input, onClose }: { readonly input: FormInput; readonly onClose: () => void }) {
  const print = (work: () => Promise<void>): void => {
    onClose()
    void work()
  }
  return (
    <Dialog title="打印哪一张" onClose={onClose} footer={<><Button onClick={() => print(printPage)}>打印这一页</Button><Button onClick={onClose}>取消</Button></>}>
      <ul className="sug-forms">
        {formsOf(input).map(({ word, note, sheet }) => (
          <li key={word}>
            <Button onClick={() => print(() => printSheet(sheet))}>{word}</Button>
            <span className="mut">{note}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
