import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { emptyRoll, participationRegister as register, type Roll } from '../../../renderer/attendance/roll'
import { RollCard } from '../../../renderer/attendance/RollCard'
import { today } from '../support/sample'
import { show } from '../support/show'
import { people } from './people'

const own = people.slice(0, 3)
const last = { date: '2025-11-06', participants: [{ mandate: 'm1', state: '1' }, { mandate: 'm3', state: '2' }] }

type Props = Partial<Parameters<typeof RollCard>[0]>

/** The card as a screen holds it: what is ticked comes back. */
function Desk({ heard, ...props }: Props & { readonly heard: (roll: Roll) => void }) {
  const [roll, setRoll] = useState(emptyRoll)
  const shown = roll.ids === null ? own : people.filter((row) => roll.ids?.includes(row.mandate) === true)
  return <RollCard register={register} all={people} people={shown} roll={roll} today={today} onChange={(next) => { setRoll(next); heard(next) }} {...props} />
}

function desk(props: Props = {}) {
  const heard = vi.fn<(roll: Roll) => void>()
  const shown = show(<Desk heard={heard} {...props} />)
  return { ...shown, now: () => heard.mock.lastCall?.[0] }
}

const sum = (): string | null => screen.getByRole('status', { name: '出席人数' }).textContent
const cell = (name: string): HTMLElement => screen.getByRole('checkbox', { name: new RegExp(name, 'u') }).closest('li') as HTMLElement

describe('Calling the roll', () => {
  it('takes one press for somebody who is away, and another where it was no leave', async () => {
    const { person, now } = desk()
    expect(sum()).toContain('应到 3')
    await person.click(screen.getByRole('checkbox', { name: /陈国梁/u }))
    expect(within(cell('陈国梁')).getByRole('button', { name: '请假' }).getAttribute('aria-pressed')).toBe('true')
    await person.click(within(cell('陈国梁')).getByRole('button', { name: '缺席' }))
    expect([now()?.marks, sum()]).toEqual([{ m2: '3' }, '应到 3出席 2请假 0缺席 1填请假事由（选填）增减人员'])
    await person.click(screen.getByRole('button', { name: '全部出席' }))
    expect([now(), within(cell('陈国梁')).queryByRole('button')]).toEqual([emptyRoll, null])
  })

  it('copies the last time, people and absences', async () => {
    const { person, now } = desk({ last })
    await person.click(screen.getByRole('button', { name: '和上次一样（11月6日）' }))
    expect(now()).toEqual({ ids: ['m1', 'm3'], marks: { m3: '2' }, reasons: {} })
    expect(screen.getAllByRole('checkbox')).toHaveLength(2)
  })

  it('takes a column of names out of a sheet, and names those that nobody has', async () => {
    const { person, now } = desk()
    await person.click(screen.getByRole('button', { name: '从表格粘贴名单' }))
    await person.click(screen.getByRole('textbox'))
    await person.paste('姓名\n何秀兰\n吴月琴\n王不在')
    expect(screen.getByText('名单里没有：王不在')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '选上 2 人' }))
    expect(now()?.ids).toEqual(['m1', 'm4'])
  })

  it('of a meeting whose members are fixed, by a list of those who came', async () => {
    const { person, now } = desk({ fixed: true, paste: 'present' })
    expect(screen.queryByRole('button', { name: '增减人员' })).toBeNull()
    await person.click(screen.getByRole('button', { name: '粘贴到会名单' }))
    await person.click(screen.getByRole('textbox'))
    await person.paste('邵长明\n吴月琴')
    // Who is no member cannot have come as one.
    expect(screen.getByText('名单里没有：吴月琴')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '选上 1 人' }))
    expect([now()?.ids, now()?.marks]).toEqual([null, { m1: '2', m2: '2' }])
  })

  it('of a first meeting whose members nobody has registered, by a list of those who came', async () => {
    const { person, now } = desk({ people: [], paste: 'present' })
    await person.click(screen.getByRole('button', { name: '粘贴到会名单' }))
    await person.click(screen.getByRole('textbox'))
    await person.paste('邵长明\n吴月琴')
    await person.click(screen.getByRole('button', { name: '选上 2 人' }))
    expect([now()?.ids, now()?.marks]).toEqual([['m3', 'm4'], {}])
  })

  it('of a signed sheet does not take for present who is said to be on leave', async () => {
    const { person, now } = desk()
    await person.click(screen.getByRole('button', { name: '从表格粘贴名单' }))
    await person.click(screen.getByRole('textbox'))
    await person.paste('何秀兰\n陈国梁\t请假\n邵长明\t病假\n吴月琴（未到）')
    expect(screen.getByText('写明没来的不算出席：陈国梁（请假）、邵长明（病假）、吴月琴（未到）')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '选上 4 人' }))
    expect([now()?.ids, now()?.marks, sum()?.slice(0, 16)]).toEqual([['m1', 'm2', 'm3', 'm4'], { m2: '2', m3: '2', m4: '3' }, '应到 4出席 1请假 2缺席 1'])
  })

  it('adds a whole group with one press and finds people by their initials', async () => {
    const { person, now } = desk()
    await person.click(screen.getByRole('button', { name: '增减人员' }))
    await person.type(screen.getByLabelText('找人'), 'wyq')
    await person.click(screen.getByRole('checkbox', { name: /吴月琴/u }))
    await person.clear(screen.getByLabelText('找人'))
    await person.click(screen.getByRole('button', { name: '第一代表小组全不选' }))
    await person.click(screen.getByRole('button', { name: '就这 2 人' }))
    expect(now()?.ids).toEqual(['m3', 'm4'])
  })

  it('keeps why somebody is on leave, a line a person', async () => {
    const { person, now } = desk()
    await person.click(screen.getByRole('checkbox', { name: /邵长明/u }))
    await person.click(screen.getByRole('button', { name: '填请假事由（选填）' }))
    await person.type(within(screen.getByRole('dialog')).getByRole('textbox'), '外出务工')
    await person.click(screen.getByRole('button', { name: '记下' }))
    expect(now()).toEqual({ ids: null, marks: { m3: '2' }, reasons: { m3: '外出务工' } })
  })

  it('moves among the names by arrows, so that nobody has to press Tab sixty times', async () => {
    const { person } = desk()
    const ticks = screen.getAllByRole('checkbox')
    ticks[0]?.focus()
    await person.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft} ')
    expect([document.activeElement === ticks[1], cell('陈国梁').className]).toEqual([true, 'away'])
  })

  it('with nobody to call says what to do', () => {
    desk({ people: [], all: [], emptyTitle: '还没有在任代表', emptyHint: '请先导入花名册。' })
    expect([screen.getByText('还没有在任代表'), screen.queryByRole('button', { name: '选人' })]).toEqual([screen.getByText('还没有在任代表'), null])
  })
})
