import { useState } from 'react'
import { textOf } from '../../../shared/facts'
import { date } from '../../../shared/fields'
import type { Rec } from '../../../shared/record'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'
import { FieldRow } from '../../fields/FieldRow'
import { errorsOf, type FieldErrors } from '../../records/form-fields'
import { notify, notifySaved } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { ListSelect } from '../../ui/ListSelect'
import { Loaded } from '../../ui/Loading'

const since = date('开始日期', 'identity', { hint: '原来的小组记到前一天；以前的活动不变' })

/** 换小组: the deputy leaves the group of before and joins another one, in one save. */
export function MoveGroup({ mandate, name, onClose }: { readonly mandate: Rec; readonly name: string; readonly onClose: () => void }) {
  const today = useOffice()?.today ?? ''
  const query = useQuery('record.list', { type: 'group', where: { kind: '1', term: textOf(mandate.fields, 'term') }, limit: 100 }, { types: ['group'] })
  const [to, setTo] = useState<string | null>(null)
  const [on, setOn] = useState<unknown>(today)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const groups = query.data?.rows ?? []
  const save = async (): Promise<void> => {
    if (to === null) return document.getElementById('move-to')?.focus()
    if (typeof on !== 'string' || on === '') return setErrors({ on: { code: 'required' } })
    setBusy(true)
    const answer = await call('group.move', { mandate: mandate.id, to, on })
    setBusy(false)
    if (!answer.ok) {
      // The day stands in the list of members, where the store names it.
      const { fields, rest } = errorsOf(answer.field?.startsWith('members') === true ? { ...answer, field: 'on' } : answer, (key) => key === 'on')
      setErrors(fields)
      return setFailure(rest)
    }
    const group = textOf(groups.find((one) => one.id === to)?.fields ?? {}, 'name')
    const { id, version } = answer.value
    if (version === null) notify({ tone: 'done', text: `${name}那天已经在${group}` })
    else notifySaved(`${name}已换到${group}`, { id, version })
    onClose()
  }
  return (
    <Dialog title="换小组" onClose={onClose} footer={<><Button onClick={onClose}>取消</Button><Button look="primary" busy={busy} onClick={() => void save()}>保存</Button></>}>
      {failure !== null && <ErrorBox failure={failure} />}
      <Loaded query={query} rows={2}>
        {() => (groups.length === 0 ? <p>还没有代表小组。请先在“代表 → 小组、代表团”里建好。</p> : (
          <>
            <div className="f">
              <label className="lab req" htmlFor="move-to">换到哪个小组</label>
              <ListSelect id="move-to" aria-label="换到哪个小组" placeholder="请选择" style={{ width: '100%' }} options={groups.map((group) => ({ value: group.id, label: textOf(group.fields, 'name') }))} value={to} onChange={(value: string) => setTo(value)} />
            </div>
            <FieldRow
              id="move-on" field={since} value={on} error={errors['on'] ?? null}
              onChange={(value) => {
                setOn(value)
                setErrors({})
              }}
            />
          </>
        ))}
      </Loaded>
    </Dialog>
  )
}
