import { UsbOutlined } from '@ant-design/icons'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { StepLine } from '../../ui/StepLine'
import { percentDone, sayLeft, stepAt, steps } from './phases'
import { cancelRun, type Run } from './run'

/** In the place of the button, so that the page does not jump: all steps, how far, and what stopping now would mean. */
export function SendProgress({ run }: { readonly run: Extract<Run, { readonly state: 'running' }> }) {
  const at = stepAt(run.progress)
  const percent = percentDone(run.progress)
  const title = at >= 3 ? '正在写入 U 盘，请不要拔' : '正在打包，请不要拔 U 盘'
  return (
    <div>
      <div className="stick">
        <Icon of={UsbOutlined} />
        <b>{title}</b>
        <span className="grow" />
        <span className="nw">{sayLeft(run.progress, run.at - run.phaseSince)}</span>
        <Button onClick={cancelRun} disabled={run.stopping}>{run.stopping ? '正在停下…' : '取消'}</Button>
      </div>
      <div className="prog" role="progressbar" aria-label={title} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}><i style={{ width: `${String(percent)}%` }} /></div>
      <StepLine steps={steps} at={at} />
      <p className="mut">现在取消，U 盘上不留半个文件，本机记录不变。</p>
    </div>
  )
}
