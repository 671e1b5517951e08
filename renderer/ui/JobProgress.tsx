import type { JobRun } from '../state/use-job'
import { Progress } from './Progress'
import { StepLine } from './StepLine'

interface JobProgressProps {
  readonly run: JobRun
  /** 正在备份: said before what it is at. */
  readonly doing: string
  /** All it does, as [phase that the work says, word for it]: shown with the one that goes on. */
  readonly steps?: readonly (readonly [phase: string, word: string])[]
  /** Below: what stopping now would mean. */
  readonly hint?: string
  /** Past the point from which it goes on to its end, whoever asks. */
  readonly bound?: boolean
}

/** Long work that somebody began from here: what it is at, how far, how long still, and the way to stop it. Nothing while nothing runs. */
export function JobProgress({ run, doing, steps, hint, bound = false }: JobProgressProps) {
  const { progress } = run
  if (progress === null) return null
  const { words, done, total, count } = progress
  const at = steps?.findIndex(([phase]) => phase === words) ?? -1
  return (
    <Progress
      title={`${doing}：${steps?.[at]?.[1] ?? words}`} done={done} total={total} words={count} {...(hint === undefined ? {} : { hint })}
      {...(bound ? {} : { onCancel: run.cancel, stopping: run.stopping })}
    >
      {steps !== undefined && <StepLine steps={steps.map(([, word]) => word)} at={Math.max(0, at)} />}
    </Progress>
  )
}
