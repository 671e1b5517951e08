import { useState } from 'react'
import { call } from '../../api'
import { notifyFailure } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { composing } from '../../state/use-keys'
import { fileNameOf } from '../../print/out-folder'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { Status } from '../../ui/Status'
import { CorrectCode } from './CorrectCode'
import { PlainHandIn } from './PlainHandIn'
import { groupCode, judgeCode } from './pairing-code'

/** Before the first report: the county's file (`given` where it was opened with the program) and the code on its slip. */
export function Pairing({ onPaired, given = '', to = '县', again = false }: { readonly onPaired: () => void; readonly given?: string; readonly to?: '县' | '市' | '省'; readonly again?: boolean }) {
  const [file, setFile] = useState(given)
  const [code, setCode] = useState('')
  const join = useCommand('exchange.join')
  const verdict = judgeCode(code)
  const pick = async (): Promise<void> => {
    const answer = await call('shell.pick-file', { title: `选${to}里给的配对文件`, kinds: 'package' })
    if (!answer.ok) notifyFailure(answer)
    else if (answer.value.path !== null) setFile(answer.value.path)
  }
  const pair = async (): Promise<void> => {
    const answer = await join.run({ file, code })
    if (answer.ok) onPaired()
  }
  return (
    <Card className="pairing" title={again ? `和${to}里重新配对` : `先和${to}里配对`} beside={<Status tone="idle" quiet>{again ? '记录不动，县里有的不会重复' : '只做一次，以后插上 U 盘就能上报'}</Status>}>
      <ol className="pair-steps">
        <li>
          <span className="step-no">1</span>
          <div>
            <b>{`向${to}人大要两样东西`}</b>
            <p className="mut">一个配对文件（在 U 盘上，名字里有“加入”），一张写着 13 位配对码的纸条。两样分开给，才安全。</p>
          </div>
        </li>
        <li>
          <span className="step-no">2</span>
          <div>
            <b>选配对文件</b>
            <div className="row">
              <Button onClick={() => void pick()}>{file === '' ? '选配对文件' : '换一个文件'}</Button>
              {file === '' ? <span className="mut">还没有选</span> : <Status tone="done" quiet>{fileNameOf(file)}</Status>}
            </div>
          </div>
        </li>
        <li>
          <span className="step-no">3</span>
          <div>
            <label htmlFor="pair-code"><b>照纸条输入配对码</b></label>
            <div className="row">
              <input
                id="pair-code"
                className="input pair-code"
                inputMode="numeric"
                autoComplete="off"
                spellCheck={false}
                placeholder="1234 5678 9012 3"
                value={code}
                aria-invalid={verdict === 'wrong'}
                aria-describedby="pair-code-say"
                onChange={(event) => setCode(typed(event.target, composing(event.nativeEvent as InputEvent)))}
                onBlur={() => setCode(groupCode(code))}
                onCompositionEnd={(event) => setCode(groupCode(event.currentTarget.value))}
                onKeyDown={(event) => { if (event.key === 'Enter' && !composing(event.nativeEvent) && file !== '' && verdict === 'right') void pair() }}
              />
              <span id="pair-code-say" aria-live="polite">
                {verdict === 'wrong' && <Status tone="late" quiet>有一位数字输错了，请照纸条核对</Status>}
                {verdict === 'right' && <Status tone="done" quiet>数字对</Status>}
              </span>
            </div>
          </div>
        </li>
      </ol>
      {join.error !== null && <ErrorBox failure={join.error} />}
      {join.error !== null && <CorrectCode failure={join.error} onDone={() => { join.clear(); void pair() }} />}
      <div className="row pair-go">
        <Button look="primary" large disabled={file === '' || verdict !== 'right'} busy={join.busy} onClick={() => void pair()}>配对</Button>
        <span className="grow mut">{again ? `配对后请再上报一次，把回执带回来。` : `配对后第一包会带上加入申请，${to}里准许了才接收。`}</span>
        {to === '县' && !again && <PlainHandIn />}
      </div>
    </Card>
  )
}

/** Grouped as it is typed at the end; in the middle, or while an input method composes, the caret must not jump. */
function typed(input: HTMLInputElement, whileComposing: boolean): string {
  return whileComposing || input.selectionStart !== input.value.length ? input.value : groupCode(input.value)
}
