/** The new term as it is being filled in: everything of the old one is proposed, ticks take it over. Pure. */
import type { InputOf } from '../../../shared/contract'
import type { Draft } from '../../../shared/contract/records'
import type { TermPlan } from '../../../shared/contract/term'

export interface PlaceRow {
  readonly from: string | null
  readonly no: string
  readonly name: string
  readonly seats: string
}

export interface TermForm {
  readonly no: string
  readonly elected_on: string
  readonly first_meeting_on: string
  readonly quota: string
  readonly places: readonly PlaceRow[]
  /** Number of the constituency by the mandate of each who stays; absent = does not stay. */
  readonly stays: Readonly<Record<string, string>>
  /** One a line: name, and the number of the constituency behind it. */
  readonly fresh: string
  readonly groups: readonly string[]
}

/** What is proposed: the same constituencies and groups, nobody re-elected yet; a term that was begun goes on where it stood. */
export function startOfTerm(plan: TermPlan): TermForm {
  const next = plan.next
  return {
    no: String(next?.no ?? plan.next_no), elected_on: next?.elected_on ?? '', first_meeting_on: next?.first_meeting_on ?? '', quota: String(next?.quota ?? plan.current?.quota ?? ''),
    places: plan.constituencies.map(({ id, no, name, seats }) => ({ from: id, no, name, seats: seats === null ? '' : String(seats) })), stays: {}, fresh: '', groups: plan.groups.map((group) => group.id),
  }
}

/** The name under which what is ticked and typed is kept until it is saved. */
export const termDraft = 'term-change'

export interface KeptTerm {
  readonly id: string
  readonly form: TermForm
}

/** Whether a kept value is this form: a draft of an older version may be of another shape. */
export function isTermForm(value: unknown): value is TermForm {
  if (typeof value !== 'object' || value === null) return false
  const form = value as Readonly<Record<string, unknown>>
  const texts = ['no', 'elected_on', 'first_meeting_on', 'quota', 'fresh'].every((key) => typeof form[key] === 'string')
  return texts && Array.isArray(form['places']) && Array.isArray(form['groups']) && typeof form['stays'] === 'object' && form['stays'] !== null
}

/** The newest draft of this very term; one of a term that has begun since is none. */
export function keptTerm(drafts: readonly Draft[], plan: TermPlan): KeptTerm | null {
  for (const { id, data } of drafts) {
    const form = data['form']
    if (isTermForm(form) && Number(form.no) > (plan.current?.no ?? 0)) return { id, form }
  }
  return null
}

/** Name and constituency of every line; full-width spaces, commas and tabs part them. */
export function freshOf(text: string): readonly { readonly name: string; readonly constituency: string }[] {
  return text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const [name = '', place = ''] = line.split(/[\s,，、\t]+/u)
    return { name, constituency: place.replace(/选区$/u, '').replace(/^第/u, '') }
  })
}

export interface TermTally {
  readonly stay: number
  readonly fresh: number
  readonly seats: number
  /** What keeps the term from being made, in words; empty = nothing. */
  readonly missing: readonly string[]
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text)

export function tallyOf(form: TermForm): TermTally {
  const fresh = freshOf(form.fresh)
  const numbers = new Set(form.places.map((place) => place.no.trim()).filter((no) => no !== ''))
  const strange = [...new Set([...Object.values(form.stays), ...fresh.map((one) => one.constituency)].filter((no) => no !== '' && !numbers.has(no)))]
  const stay = Object.keys(form.stays).length
  return {
    stay, fresh: fresh.length, seats: form.places.reduce((sum, place) => sum + (Number(place.seats) || 0), 0),
    missing: [
      ...(/^\d{1,2}$/u.test(form.no) ? [] : ['届数']), ...(isDay(form.elected_on) ? [] : ['代表选举完成日']),
      ...(form.first_meeting_on === '' || isDay(form.first_meeting_on) ? [] : ['第一次会议日期']), ...(stay + fresh.length > 0 ? [] : ['当选的代表']),
      ...strange.map((no) => `没有“${no}”选区`), ...(new Set(form.places.map((place) => place.no.trim())).size === form.places.length ? [] : ['选区号不能重复']),
    ],
  }
}

/** What is sent. */
export function makeInput(form: TermForm): InputOf<'term.make'> {
  const number = (text: string): number | undefined => (/^\d+$/u.test(text.trim()) ? Number(text) : undefined)
  const quota = number(form.quota)
  return {
    no: Number(form.no), elected_on: form.elected_on, ...(form.first_meeting_on === '' ? {} : { first_meeting_on: form.first_meeting_on }), ...(quota === undefined ? {} : { quota }),
    constituencies: form.places.filter((place) => place.no.trim() !== '').map(({ from, no, name, seats }) => {
      const count = number(seats)
      return { no: no.trim(), ...(from === null ? {} : { from }), ...(name.trim() === '' ? {} : { name: name.trim() }), ...(count === undefined ? {} : { seats: count }) }
    }),
    reelected: Object.entries(form.stays).map(([mandate, constituency]) => ({ mandate, ...(constituency === '' ? {} : { constituency }) })),
    newcomers: freshOf(form.fresh).map(({ name, constituency }) => ({ name, ...(constituency === '' ? {} : { constituency }) })),
    groups: form.groups.map((from) => ({ from })),
  }
}
