import { useId, useState } from 'react'
import type { BoardTown } from '../../../shared/contract/exchange'
import { isBelow, useLevel } from '../../state/level'
import { notify } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'

interface MapTownDialogProps {
  readonly town: BoardTown
  readonly onDone: () => void
  readonly onClose: () => void
}

/** A town was merged into another one, renamed or got a new code: from now on it stands under that code. */
export function MapTownDialog({ town, onDone, onClose }: MapTownDialogProps) {
  const id = useId()
  const own = useOffice()?.code ?? ''
  const level = useLevel()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const map = useCommand('exchange.map-town')
  const run = async (to: string, called: string): Promise<void> => {
    const answer = await map.run({ from: town.code, to, ...(called === '' ? {} : { name: called }) })
    if (!answer.ok) return
    notify({ tone: 'done', text: `${town.name}（${town.code}）今后算在 ${to} ${called} 名下，原来的记录都在` })
    onDone()
  }
  return (
    <Dialog
      title={`${town.name}撤并、改名或换代码`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不改</Button>
          <Button look="primary" disabled={!isBelow(code.trim(), own) || code.trim() === town.code} busy={map.busy} onClick={() => void run(code.trim(), name.trim())}>对应过去</Button>
        </>
      }
    >
      <p className="mut">{`原来的记录不改动，统计和${level.each}表里并到新代码一行。填错了，点并过去的那个${level.one}可以撤回。`}</p>
      <label htmlFor={`${id}-code`} className="req">现在的代码</label>
      <input id={`${id}-code`} className="input" inputMode="numeric" value={code} maxLength={9} placeholder={`并入的${level.one}，或换后的 ${String(level.digits)} 位代码`} onChange={(event) => setCode(event.target.value)} />
      <label htmlFor={`${id}-name`}>现在的名称</label>
      <input id={`${id}-name`} className="input" value={name} maxLength={50} placeholder="没有改名可以不填" onChange={(event) => setName(event.target.value)} />
      {map.error !== null && <ErrorBox failure={map.error} label="现在的代码" />}
    </Dialog>
  )
}
