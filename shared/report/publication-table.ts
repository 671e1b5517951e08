/** 公示表 (代表法: basic and duty information of deputies is made public): deputies in office; no ID number, phone, birth date or health. */
import { labelOf } from '../codes'
import { idsOf, textOf, type Facts } from '../facts'
import { deputiesAt, personId } from '../measures/deputies-at'
import { halfDaysOf, townDebriefsIn, townPresence } from '../measures/events-of'
import type { Question } from '../measures/indicator'
import { attendanceOf, sessionsIn, wasPresent } from '../measures/meetings-of'
import { dated } from '../measures/periods'
import { casesTakenUp } from '../indicators/suggestion-cohort'
import type { Column, TableBlock } from './block'
import { nameOf } from './names'

/** Adds up by person, so that a deputy by-elected again in the year has one row. */
class ByPerson {
  readonly #sums = new Map<string, number>()
  readonly #facts: Facts

  constructor(facts: Facts) {
    this.#facts = facts
  }

  add(mandate: string, amount = 1): void {
    const rec = this.#facts.get(mandate)
    if (!rec) return
    const person = personId(this.#facts, rec)
    this.#sums.set(person, (this.#sums.get(person) ?? 0) + amount)
  }

  of(person: string): number {
    return this.#sums.get(person) ?? 0
  }
}

const zeroBlank = (value: number): string => (value === 0 ? '' : String(value))

export function publicationTable(question: Question): TableBlock {
  const { facts, period } = question
  const [sessions, events, halves, led, signed, visits, debriefs] = [0, 0, 0, 0, 0, 0, 0].map(() => new ByPerson(facts)) as [ByPerson, ByPerson, ByPerson, ByPerson, ByPerson, ByPerson, ByPerson]
  for (const row of attendanceOf(facts, sessionsIn(facts, period)).filter(wasPresent)) sessions.add(textOf(row.fields, 'mandate'))
  for (const row of townPresence(question)) {
    events.add(textOf(row.fields, 'mandate'))
    halves.add(textOf(row.fields, 'mandate'), halfDaysOf(facts, row))
  }
  for (const rec of townDebriefsIn(facts, period)) {
    events.add(textOf(rec.fields, 'mandate'))
    debriefs.add(textOf(rec.fields, 'mandate'))
  }
  for (const { rec } of casesTakenUp(question)) {
    led.add(textOf(rec.fields, 'lead'))
    for (const mandate of idsOf(rec.fields, 'cosign')) signed.add(mandate)
  }
  for (const rec of facts.all('visit').filter((one) => dated(one, 'date', period) && !['2', '3'].includes(textOf(one.fields, 'kind')))) {
    for (const mandate of idsOf(rec.fields, 'mandates')) visits.add(mandate)
  }
  const pinyin = new Intl.Collator('zh-CN')
  const deputies = deputiesAt(facts, period.to)
    .map((mandate) => ({ mandate, id: personId(facts, mandate), name: nameOf(facts, textOf(mandate.fields, 'person')), person: facts.get(textOf(mandate.fields, 'person'))?.fields ?? {} }))
    .sort((a, b) => pinyin.compare(a.name, b.name) || a.mandate.id.localeCompare(b.mandate.id))
  return {
    kind: 'table',
    columns: [
      { label: '序号', width: 5, align: 'center' }, { label: '姓名', width: 8 }, { label: '性别', width: 5, align: 'center' }, { label: '民族', width: 7, align: 'center' }, { label: '政治面貌', width: 11 },
      { label: '选区', width: 11 }, ...['出席大会', '参加活动', '履职天数', '领衔建议', '附议建议', '走访选民'].map((label): Column => ({ label, width: 8, align: 'right' })), { label: '述职', width: 5, align: 'center' },
    ],
    rows: deputies.map(({ mandate, id, name, person }, index) => ({
      cells: [
        String(index + 1), name, labelOf('sex', textOf(person, 'sex')), labelOf('ethnic', textOf(person, 'ethnic')), labelOf('party', textOf(person, 'party')), nameOf(facts, textOf(mandate.fields, 'constituency')),
        zeroBlank(sessions.of(id)), zeroBlank(events.of(id)), zeroBlank(halves.of(id) / 2), zeroBlank(led.of(id)), zeroBlank(signed.of(id)), zeroBlank(visits.of(id)), debriefs.of(id) > 0 ? '是' : '',
      ],
    })),
  }
}
