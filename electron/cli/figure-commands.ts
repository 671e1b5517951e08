/** Rosters, to-dos, statistics and documents from a terminal. */
import { resolve } from 'node:path'
import { fail } from '../../shared/result'
import { reportKinds } from '../../shared/report/kinds'
import { call, given, then, type CliCommand } from './command'

const period = { from: 'text', to: 'text', town: 'text', 'as-at': 'text' } as const

export const figureCommands: Readonly<Record<string, CliCommand>> = {
  roster: {
    spec: { usage: 'roster FILE --data DIR [--dry-run] [--map 列=字段]… [--confirm-on DATE]', words: { min: 1, max: 1 }, flags: { 'dry-run': 'switch', map: 'many', 'confirm-on': 'text' } },
    opens: 'store',
    run: async (args, desk) => {
      const map: Record<string, string> = {}
      for (const pair of args.many('map')) {
        const equals = pair.indexOf('=')
        if (equals < 1) return fail('usage', { field: '--map', detail: { why: 'needs 列=字段', given: pair } })
        map[pair.slice(0, equals)] = pair.slice(equals + 1)
      }
      const taken = await call(desk, 'roster.import', given({ file: resolve(args.words[0] ?? ''), map, confirm_on: args.text('confirm-on'), dry_run: args.has('dry-run') ? true : undefined }))
      return then(taken, ({ undo: _undo, ...rest }) => rest)
    },
  },
  todo: {
    spec: { usage: 'todo --data DIR [--town CODE]', words: { min: 0, max: 0 }, flags: { town: 'text' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'todo.list', given({ town: args.text('town') })),
  },
  changes: {
    spec: { usage: 'changes --data DIR --from DATE --to DATE [--town CODE]', words: { min: 0, max: 0 }, flags: { from: 'text', to: 'text', town: 'text' }, needs: ['from', 'to'] },
    opens: 'store',
    run: (args, desk) => call(desk, 'deputies.changes', given({ from: args.text('from') ?? '', to: args.text('to') ?? '', town: args.text('town') })),
  },
  stats: {
    spec: { usage: 'stats --data DIR --from DATE --to DATE [--town CODE|--by-town] [--as-at DATE]', words: { min: 0, max: 0 }, flags: { ...period, 'by-town': 'switch' }, needs: ['from', 'to'] },
    opens: 'store',
    run: async (args, desk) => call(desk, 'stats.get', given({
      from: args.text('from') ?? '', to: args.text('to') ?? '', town: args.text('town'), as_at: args.text('as-at'), by_town: args.has('by-town') ? true : undefined,
    })),
  },
  drill: {
    spec: { usage: 'drill INDICATOR --data DIR --from DATE --to DATE [--town CODE]', words: { min: 1, max: 1 }, flags: period, needs: ['from', 'to'] },
    opens: 'store',
    run: async (args, desk) => {
      const drilled = await call(desk, 'stats.drill', given({
        indicator: args.words[0] ?? '', from: args.text('from') ?? '', to: args.text('to') ?? '', town: args.text('town'), as_at: args.text('as-at'), limit: 1,
      }))
      return then(drilled, (value) => ({ ids: value.ids }))
    },
  },
  why: {
    spec: { usage: 'why INDICATOR --data DIR --from DATE --to DATE [--town CODE] [--as-at DATE] [--limit N]', words: { min: 1, max: 1 }, flags: { ...period, limit: 'int' }, needs: ['from', 'to'] },
    opens: 'store',
    run: async (args, desk) => call(desk, 'stats.why', given({
      indicator: args.words[0] ?? '', from: args.text('from') ?? '', to: args.text('to') ?? '', town: args.text('town'), as_at: args.text('as-at'), limit: args.int('limit'),
    })),
  },
  freeze: {
    spec: { usage: 'freeze --data DIR --year Y --signer NAME --on DATE [--kind annual|table] [--from DATE --to DATE]', words: { min: 0, max: 0 }, flags: { year: 'int', signer: 'text', on: 'text', kind: ['annual', 'table'], from: 'text', to: 'text' }, needs: ['year', 'signer', 'on'] },
    opens: 'store',
    run: async (args, desk) => call(desk, 'report.freeze', given({
      year: args.int('year') ?? 0, signer: args.text('signer') ?? '', signed_on: args.text('on') ?? '', kind: args.text('kind') as 'annual' | 'table' | undefined, from: args.text('from'), to: args.text('to'),
    })),
  },
  rehearse: {
    spec: { usage: 'rehearse --data DIR [--year Y]', words: { min: 0, max: 0 }, flags: { year: 'int' } },
    opens: 'store',
    run: async (args, desk) => call(desk, 'report.rehearse', given({ year: args.int('year') })),
  },
  folder: {
    spec: { usage: 'folder --data DIR --from DATE --to DATE --out DIR', words: { min: 0, max: 0 }, flags: { from: 'text', to: 'text', out: 'text' }, needs: ['from', 'to', 'out'] },
    opens: 'store',
    run: async (args, desk) => call(desk, 'report.folder', { from: args.text('from') ?? '', to: args.text('to') ?? '', out: resolve(args.text('out') ?? '') }),
  },
  form: {
    spec: { usage: 'form load FILE | form guess | form map SHEET CELL [INDICATOR] | form fill --from DATE --to DATE --out DIR (--data DIR)', words: { min: 1, max: 4 }, flags: { from: 'text', to: 'text', out: 'text' } },
    opens: 'store',
    run: async (args, desk) => {
      const [what, first = '', second = '', third] = args.words
      if (what === 'load') return call(desk, 'form.load', { file: resolve(first) })
      if (what === 'guess') return call(desk, 'form.guess', {})
      if (what === 'map') return call(desk, 'form.map', given({ sheet: first, ref: second, path: third }))
      if (what === 'fill') return call(desk, 'form.fill', { from: args.text('from') ?? '', to: args.text('to') ?? '', out: resolve(args.text('out') ?? '') })
      return fail('usage', { field: what ?? '', detail: { why: 'takes load, guess, map or fill' } })
    },
  },
  frozen: {
    spec: { usage: 'frozen [ID] --data DIR', words: { min: 0, max: 1 }, flags: {} },
    opens: 'store',
    run: async (args, desk) => (args.words[0] === undefined ? call(desk, 'report.frozen', {}) : call(desk, 'report.compare', { id: args.words[0] })),
  },
  report: {
    spec: { usage: `report --data DIR --year Y --out DIR [--kind ${reportKinds.join('|')}]… (or one record: --kind minutes|notice|reply|brief --id ID --out DIR)`, words: { min: 0, max: 0 }, flags: { year: 'int', out: 'text', kind: 'many', id: 'text' }, needs: ['out'] },
    opens: 'store',
    run: async (args, desk) => {
      const kinds = args.many('kind').flatMap((word) => word.split(','))
      const id = args.text('id')
      if (id !== undefined) return call(desk, 'official.make', { id, kind: (kinds[0] ?? '') as 'minutes', out: resolve(args.text('out') ?? '') })
      if (args.int('year') === undefined) return fail('usage', { field: '--year', detail: { why: 'needs a value' } })
      return call(desk, 'report.make', given({
        year: args.int('year') ?? 0, out: resolve(args.text('out') ?? ''), kinds: kinds.length > 0 ? (kinds as 'annual'[]) : undefined,
      }))
    },
  },
}
