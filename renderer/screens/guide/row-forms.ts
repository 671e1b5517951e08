/** Several small records typed at once: which fields of the declaration are asked, and what they become. */
import type { GuideStep } from '../../../shared/contract/guide'
import { refs, type Data, type Field } from '../../../shared/fields'
import { group } from '../../../shared/records/group'
import { presidiumMember } from '../../../shared/records/presidium'
import { site } from '../../../shared/records/site'
import type { FormValues } from '../../state/drafts'

export interface RowForm {
  readonly type: 'group' | 'site' | 'presidium_member'
  /** On the save: 保存 3 个小组. */
  readonly what: string
  readonly fields: Readonly<Record<string, Field>>
  /** How many rows there are at first; 1 where nothing is said. */
  readonly start?: number
  /** A fresh row; `n` counts from 1. */
  readonly fresh: (n: number) => FormValues
  /** The records of a row; [] where nothing was typed into it. */
  readonly recordsOf: (row: FormValues) => readonly Data[]
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
const textIn = (row: FormValues, key: string): string => (typeof row[key] === 'string' ? row[key].trim() : '')
const listIn = (row: FormValues, key: string): readonly string[] => (Array.isArray(row[key]) ? (row[key] as readonly string[]) : [])

const groups: RowForm = {
  type: 'group',
  what: '个小组',
  fields: { name: group.fields.name, leader: group.fields.leader, members: refs('组员', ['mandate'], 'optional', { hint: '可以先不填，以后在小组里补' }) },
  fresh: (n) => ({ name: `第${numerals[n - 1] ?? String(n)}代表小组` }),
  recordsOf: (row) => {
    if (textIn(row, 'name') === '') return []
    const leader = textIn(row, 'leader')
    const members = [...new Set([...(leader === '' ? [] : [leader]), ...listIn(row, 'members')])]
    return [{ kind: '1', name: textIn(row, 'name'), ...(leader === '' ? {} : { leader }), members: members.map((mandate) => ({ mandate })) }]
  },
}

const { kind, name, address, open_time } = site.fields

const sites: RowForm = {
  type: 'site',
  what: '个联络站',
  fields: { kind, name, address, open_time },
  fresh: () => ({ kind: '1' }),
  recordsOf: (row) => (textIn(row, 'name') === '' ? [] : [{ kind: textIn(row, 'kind'), name: textIn(row, 'name'), address: textIn(row, 'address'), open_time: textIn(row, 'open_time') }]),
}

/** All of a presidium on one page: who is in which office; they sit from the first meeting of the term unless somebody says otherwise later. */
const presidium: RowForm = {
  type: 'presidium_member',
  what: '名主席团成员',
  start: 3,
  fields: { role: presidiumMember.fields.role, mandates: refs('姓名', ['mandate'], 'optional', { hint: '可以一次选几名' }) },
  fresh: (n) => ({ role: String(Math.min(n, 3)) }),
  recordsOf: (row) => listIn(row, 'mandates').map((mandate) => ({ mandate, ...(textIn(row, 'role') === '' ? {} : { role: textIn(row, 'role') }) })),
}

export const rowForms: Readonly<Partial<Record<GuideStep, RowForm>>> = { groups, sites, presidium }
