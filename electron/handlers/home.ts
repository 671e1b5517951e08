/** Home: what is due, and the year at a glance. */
import type { Home, HomeFigure } from '../../shared/contract/figures'
import type { Figure } from '../../shared/measures/indicator'
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { orgOf } from './list-conditions'
import { statsHandlers } from './stats'
import { todosOf } from './todo-source'

const by = (list: readonly Figure[]) => new Map(list.map((figure) => [figure.id, figure]))

/** Before anybody has written anything there is no number, and a dash in the midst of words says nothing. */
const told = (value: number | null | undefined, words: (count: string) => string, none = '还没有数'): string => (value === null || value === undefined ? none : words(String(value)))

/** The eight figures of the year, with last year's beside them. */
function glance(now: readonly Figure[], before: readonly Figure[]): HomeFigure[] {
  const at = by(now)
  const was = by(before)
  const value = (id: string) => at.get(id)?.value ?? null
  const part = (id: string, key: string) => at.get(id)?.parts.find((one) => one.key === key)?.value ?? null
  const last = (id: string, unit: string) => told(was.get(id)?.value, (count) => `去年同期 ${count} ${unit}`, '去年同期没有数')
  const late = value('B5.11') ?? 0
  const bad = value('B5.22') ?? 0
  return [
    { indicator: 'B8.01', label: '代表活动', value: value('B8.01'), unit: '次', sub: last('B8.01', '次'), warn: false },
    { indicator: 'B8.02', label: '参加活动', value: value('B8.02'), unit: '人次', sub: told(part('B8.02', '人均'), (count) => `人均 ${count} 次`), warn: false },
    { indicator: 'B5.02', label: '立案建议', value: value('B5.02'), unit: '件', sub: last('B5.02', '件'), warn: false },
    { indicator: 'B5.10', label: '按期答复率', value: at.get('B5.10')?.rate ?? null, unit: '%', sub: late > 0 ? `${String(late)} 件逾期` : (at.get('B5.10')?.rate ?? 100) < 100 ? '有的答复晚于期限' : '没有逾期', warn: late > 0 },
    { indicator: 'B5.23', label: '测评满意率', value: at.get('B5.23')?.rate ?? null, unit: '%', sub: told(value('B5.19'), (count) => `${count} 件中 ${String(bad)} 件不满意`), warn: false },
    { indicator: 'B8.09/人次', label: '接待选民', value: part('B8.09', '人次'), unit: '人次', sub: told(value('B8.09'), (count) => `接待 ${count} 场`), warn: false },
    { indicator: 'B8.11', label: '群众反映事项', value: value('B8.11'), unit: '件', sub: told(value('B8.12'), (count) => `已办结 ${count} 件`), warn: false },
    { indicator: 'B8.04', label: '本年无活动代表', value: value('B8.04'), unit: '人', sub: told(value('B1.05'), (count) => `实有代表 ${count} 名`), warn: false },
  ]
}

/** Three figures that tell whether a town works: what it did, what it was asked for, and whether it answered in time. */
function townAtAGlance(code: string, list: readonly Figure[]): NonNullable<Home['towns']>[number] {
  const at = by(list)
  return { code, activities: at.get('B8.01')?.value ?? null, suggestions: at.get('B5.02')?.value ?? null, answered: at.get('B5.10')?.rate ?? null }
}

export const homeHandlers = {
  'home.get': (_input, desk) => {
    const period = { from: `${desk.today.slice(0, 4)}-01-01`, to: desk.today }
    const stats = statsHandlers['stats.get']({ ...period, before: true, by_town: desk.store.office.role === 'county' }, desk)
    if (!stats.ok) return stats
    return ok({
      today: desk.today, ...period, todos: todosOf(desk), figures: glance(stats.value.indicators, stats.value.before ?? []),
      ...(desk.store.office.role === 'county' ? { towns: (stats.value.towns ?? []).map(({ code, indicators }) => townAtAGlance(code, indicators)) } : {}),
    })
  },
  'todo.list': ({ town }, desk) => {
    const org = orgOf(desk, town)
    return org.ok ? ok({ items: todosOf(desk, org.value) }) : org
  },
} satisfies Partial<Handlers<Desk>>
