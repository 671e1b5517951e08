import { fileNameOf, openMade, sayAside } from '../../print/out-folder'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { sayBytes } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import type { MadeReport } from './make-report'

/** What was made, in the place of the button that made it. */
export function MadeList({ made, onAgain }: { readonly made: MadeReport; readonly onAgain: () => void }) {
  const first = made.files[0]
  return (
    <Card bare className="report-made" title="做好了" beside={<Status tone="done">{`${String(made.files.length)} 份`}</Status>}>
      {made.missing.length > 0 && <p className="report-blank"><Status tone="soon" quiet>文里还有【待补】，交出去以前请补齐</Status></p>}
      {(made.rare ?? []).map((words) => <p key={words} className="report-blank"><Status tone="soon" quiet>{words}</Status></p>)}
      {made.files.flatMap(({ aside }) => (aside === undefined ? [] : [<p key={aside} className="report-blank"><Status tone="soon" quiet>{sayAside(aside)}</Status></p>]))}
      <ul role="status">
        {made.files.map((file) => (
          <li key={file.path}>
            <span className="grow"><span className="cut" title={file.path}>{fileNameOf(file.path)}</span><span className="sm mut">{sayBytes(file.bytes)}</span></span>
            <Button aria-label={`打开 ${fileNameOf(file.path)}`} onClick={() => void openMade(file.path)}>打开</Button>
          </li>
        ))}
      </ul>
      <div className="report-again">
        {first !== undefined && <Button onClick={() => void openMade(first.path, true)}>打开文件夹</Button>}
        <Button look="text" onClick={onAgain}>再生成一次</Button>
      </div>
    </Card>
  )
}
