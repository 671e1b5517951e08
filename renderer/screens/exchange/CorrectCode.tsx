import type { Failure } from '../../../shared/result'
import { notify } from '../../state/notices'
import { refreshOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { ErrorBox } from '../../ui/ErrorBox'

interface Party {
  readonly org: string
  readonly name: string
}

const isParty = (value: unknown): value is Party => typeof value === 'object' && value !== null && 'org' in value && 'name' in value && typeof value.org === 'string' && typeof value.name === 'string'

/** The pairing file is for another code: this computer's may have been typed wrongly, and is put right here, before anything was reported. */
export function CorrectCode({ failure, onDone }: { readonly failure: Failure; readonly onDone: () => void }) {
  const correct = useCommand('exchange.correct-code')
  const { to, me } = failure.detail ?? {}
  if (failure.code !== 'wrong-town' || !isParty(to) || !isParty(me)) return null
  const run = async (): Promise<void> => {
    const answer = await correct.run({ code: to.org, name: to.name })
    if (!answer.ok) return
    await refreshOffice()
    notify({ tone: 'done', text: `本机改为 ${answer.value.code} ${answer.value.name}，已记的都在，改之前备份过` })
    onDone()
  }
  return (
    <div className="note soon">
      <div className="grow">
        <b>{`配对文件是给 ${to.org} ${to.name} 的，本机登记的是 ${me.org} ${me.name}。`}</b>
        如果是建账时代码填错了，可以一次改过来，已经记的都不受影响。如果拿错了文件，请向县里要本镇的。
        {correct.error !== null && <ErrorBox failure={correct.error} />}
      </div>
      <Button busy={correct.busy} onClick={() => void run()}>{`改成 ${to.org} ${to.name}，再配对`}</Button>
    </div>
  )
}
