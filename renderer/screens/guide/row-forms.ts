/** Several small records typed at once: which fields of the declaration are asked, and what they become. */
import type { GuideStep } from '../../../shared/contract/guide'
import { refs, type Data, type Field } from '../../../shared/fields'
import { group } from '../../../shared/records/group'
import { site } from '../../../shared/records/site'
import type { FormValues } from '../../state/drafts'

export interface RowForm {
  readonly type: 'group' | 'site'
  /** On the save: 保存 3 个小组. */
  readonly what: string
  readonly fields: Readonly<Record<string, Field>>
  /** A fresh row; `n` counts from 1. */
  readonly fresh: (n: number) => FormValues
  /** The record of a row; null where nothing was typed into it. */
  readonly recordOf: (row: FormValues) => Data | null
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
const textIn = (row: FormValues, key: string): string => (typeof row[key] === 'string' ? row[key].trim() : '')
const listIn = (row: FormValues, key: string): readonly string[] => (Array.isArray(row[key]) ? (row[key] as readonly string[]) : [])

const groups: RowForm = {
  type: 'group',
  what: '个小组',
  fields: { name: group.fields.name, leader: group.fields.leader, members: refs('组员', ['mandate'], 'optional', { hint: '可以先不填，以后在小组里补' }) },
  fresh: (n) => ({ name: `第${numerals[n - 1] ?? String(n)}代表小组` }),
  recordOf: (row) => {
    if (textIn(row, 'name') === '') return null
    const leader = textIn(row, 'leader')
    const members = [...new Set([...(leader === '' ? [] : [leader]), ...listIn(row, 'members')])]
    return { kind: '1', name: textIn(row, 'name'), ...(leader === '' ? {} : { leader }), members: members.map((mandate) => ({ mandate })) }
  },
}

const { kind, name, address, open_time } = site.fields

const sites: RowForm = {
  type: 'site',
  what: '个联络站',
  fields: { kind, name, address, open_time },
  fresh: () => ({ kind: '1' }),
  recordOf: (row) => (textIn(row, 'name') === '' ? null : { kind: textIn(row, 'kind'), name: textIn(row, 'name'), address: textIn(row, 'address'), open_time: textIn(row, 'open_time') }),
}

export const rowForms: Readonly<Partial<Record<GuideStep, RowForm>>> = { groups, sites }
