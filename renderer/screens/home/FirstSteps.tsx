import { go } from '../../state/navigation'
import type { Route } from '../../state/routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Status } from '../../ui/Status'

const steps: readonly { readonly title: string; readonly hint: string; readonly word: string; readonly route: Route }[] = [
  { title: '导入代表名单', hint: '用现成的 Excel 花名册，一次导入，不用一个个录。', word: '导入名单', route: { screen: 'roster' } },
  { title: '核对本镇情况', hint: '主席、副主席、主席团成员、联络站。', word: '去核对', route: { screen: 'settings', part: 'office' } },
  { title: '和县里配对', hint: '县里给一个文件和一张纸条，以后用 U 盘上报。', word: '去配对', route: { screen: 'report' } },
  { title: '看一遍怎么用', hint: '八个短页，十分钟。', word: '看帮助', route: { screen: 'help' } },
]

/** An office without deputies yet: what to do first, in order. */
export function FirstSteps() {
  return (
    <Card bare className="todo-card" title="先做这几件" beside={<Status tone="idle" quiet>做完就能用了</Status>}>
      <ol>
        {steps.map(({ title, hint, word, route }, index) => (
          <li key={title} className="todo idle">
            <span className="step-no">{index + 1}</span>
            <div className="grow">
              <b>{title}</b>
              <div className="sm mut">{hint}</div>
            </div>
            <Button className="todo-button" look={index === 0 ? 'primary' : 'plain'} onClick={() => go(route)}>{word}</Button>
          </li>
        ))}
      </ol>
    </Card>
  )
}
