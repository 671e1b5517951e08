/** Stations and funds as a whole. */
import { idsOf, intOf, textOf } from '../../shared/facts'
import { allowanceOf } from '../../shared/funds/allowance'
import { balanceOf } from '../../shared/records/balance'
import { fail, ok } from '../../shared/result'
import { siteFigures, siteWork } from '../../shared/sites/site-work'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { drillRow, questionOf } from './stats'

export const ledgerHandlers = {
  'site.board': ({ from, to, town }, desk) => {
    const question = questionOf(desk, town ?? desk.store.office.code, { from, to })
    const rows = question.facts.all('site').map((rec) => ({
      id: rec.id, name: textOf(rec.fields, 'name'), kind: textOf(rec.fields, 'kind'), master: textOf(rec.fields, 'master'), open_time: textOf(rec.fields, 'open_time'),
      closed_on: textOf(rec.fields, 'closed_on'), deputies: idsOf(rec.fields, 'deputies').length,
      figures: siteFigures(question, rec.id).map(({ ids: _ids, ...figure }) => figure),
    }))
    return ok({ rows: rows.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, 'zh')) })
  },
  'site.work': ({ id, from, to }, desk) => {
    const rec = desk.store.get(desk.store.resolve(id))
    if (rec?.type !== 'site') return fail('not-found', { detail: { id } })
    const work = siteWork(questionOf(desk, rec.org, { from, to }), rec)
    const ids = [...new Set(work.figures.flatMap((figure) => figure.ids))]
    return ok({
      figures: work.figures, duty: work.duty, upcoming: work.upcoming.map((one) => drillRow(desk, one.id)),
      rows: ids.map((one) => drillRow(desk, one)).sort((a, b) => b.date.localeCompare(a.date)),
    })
  },
  'fund.board': ({ year, town }, desk) => {
    const facts = desk.store.facts([town ?? desk.store.office.code])
    const budgets = facts.all('budget')
    const lines = budgets.filter((rec) => intOf(rec.fields, 'year') === year).map((rec) => ({
      id: rec.id, kind: textOf(rec.fields, 'kind'), standard_fen: intOf(rec.fields, 'standard_fen'), ...balanceOf(facts, rec),
    }))
    const years = [...new Set(budgets.flatMap((rec) => intOf(rec.fields, 'year') ?? []))].sort((a, b) => b - a)
    return ok({ lines: lines.sort((a, b) => a.kind.localeCompare(b.kind)), years })
  },
  'fund.allowance': ({ from, to }, desk) => ok(allowanceOf(questionOf(desk, desk.store.office.code, { from, to }))),
} satisfies Partial<Handlers<Desk>>
