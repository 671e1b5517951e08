import { useId, useState } from 'react'
import type { OutputOf } from '../../../shared/contract'
import { openMade } from '../../print/out-folder'
import { printSheet } from '../../print/print-sheet'
import { call } from '../../api'
import { isBelow, useLevel } from '../../state/level'
import { notifyFailure } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayDate } from '../../ui/say-date'
import { SlipSheet } from './SlipSheet'

interface InviteDialogProps {
  readonly first: { readonly code: string; readonly name: string }
  readonly onClose: () => void
}

/** Makes the pairing file of a town and the slip with its code. */
export function InviteDialog({ first, onClose }: InviteDialogProps) {
  const id = useId()
  const office = useOffice()
  const level = useLevel()
  const [code, setCode] = useState(first.code)
  const [name, setName] = useState(first.name)
  const invite = useCommand('exchange.invite')
  const [made, setMade] = useState<OutputOf<'exchange.invite'> | null>(null)
  const waiting = (useQuery('exchange.slips', {}).data?.slips ?? []).filter((slip) => slip.town === code.trim() && !slip.expired)
  const ready = isBelow(code.trim(), office?.code ?? '') && name.trim() !== ''
  const make = async (): Promise<void> => {
    const place = await call('shell.pick-folder', { title: '配对文件存到哪里（一般选 U 盘）' })
    if (!place.ok) notifyFailure(place)
    else if (place.value.path !== null) {
      const answer = await invite.run({ code: code.trim(), name: name.trim(), out: place.value.path })
      if (answer.ok) setMade(answer.value)
    }
  }
  if (made !== null) return <Made made={made} name={name.trim()} county={office?.name ?? ''} today={office?.today ?? ''} onClose={onClose} />
  return (
    <Dialog
      title={`配对一个${level.one}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不做</Button>
          <Button look="primary" disabled={!ready} busy={invite.busy} onClick={() => void make()}>做配对文件</Button>
        </>
      }
    >
      <p className="mut">{`做好后是两样东西：一个文件，拷给${level.theirs}；一张写着配对码的纸条，当面交给${level.theirs}的人。`}</p>
      <label htmlFor={`${id}-name`} className="req">{`${level.unit}名称`}</label>
      <input id={`${id}-name`} className="input" value={name} maxLength={50} placeholder={`例如 ${level.example}`} onChange={(event) => setName(event.target.value)} />
      <label htmlFor={`${id}-code`} className="req">{`${level.unit}区划代码`}</label>
      <input id={`${id}-code`} className="input" inputMode="numeric" value={code} maxLength={14} aria-describedby={`${id}-say`} onChange={(event) => setCode(event.target.value)} />
      <span id={`${id}-say`} className="sm mut">{`${String(level.digits)} 位数字，以本${level.own}的 ${(office?.code ?? '').replace(/(00)+$/u, '')} 开头`}</span>
      {waiting.length > 0 && (
        <div className="note doing">
          <div>{`这个${level.one}还有 ${String(waiting.length)} 张没用过的纸条（${waiting.map((slip) => `第 ${String(slip.no)} 张，${sayDate(slip.made_on)}做`).join('、')}）。再做一份是给另一台电脑的，原来的照样能用；原来的丢了，做好以后点这个${level.one}，把它作废。`}</div>
        </div>
      )}
      {invite.error !== null && <ErrorBox failure={invite.error} label="区划代码" />}
    </Dialog>
  )
}

interface MadeProps {
  readonly made: OutputOf<'exchange.invite'>
  readonly name: string
  readonly county: string
  readonly today: string
  readonly onClose: () => void
}

/** The code is shown this once: it is kept nowhere. */
function Made({ made, name, county, today, onClose }: MadeProps) {
  return (
    <Dialog
      title={`${name}的配对文件做好了`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => void openMade(made.file, true)}>打开文件夹</Button>
          <Button onClick={onClose}>已经抄好</Button>
          <Button look="primary" onClick={() => void printSheet(<SlipSheet name={name} county={county} code={made.code} no={made.no} today={today} />)}>打印纸条</Button>
        </>
      }
    >
      <p>配对码只显示这一次，关了就看不到了：</p>
      <p className="slip-code">{made.code}</p>
      <p className="mut">{`${name}第 ${String(made.no)} 张`}</p>
      <p className="mut">{`文件：${made.file}`}</p>
      <p>文件和纸条请分开给：文件拷到 U 盘，纸条当面交。60 天内有效，只管一台电脑；丢了就作废，再做一份。</p>
    </Dialog>
  )
}
