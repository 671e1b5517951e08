/** Rules and notices of holidays from a terminal: additions to the stable commands. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail } from '../../shared/result'
import { call, given, type CliCommand } from './command'

const moving = { 'dry-run': 'switch', move: 'many' } as const
const how = (args: Parameters<CliCommand['run']>[0]) => ({ move: args.many('move').length > 0 ? args.many('move') : undefined, dry_run: args.has('dry-run') ? true : undefined })

/** `--n off` switches a rule off. */
function numberOf(text: string): number | null | undefined {
  if (text === 'off') return null
  return /^-?\d{1,6}$/u.test(text) ? Number(text) : undefined
}

export const ruleCommands: Readonly<Record<string, CliCommand>> = {
  rules: {
    spec: {
      usage: 'rules --data DIR | rules set KEY --n N|off --source T [--unit day|workday|month] [--max N] [--of N] [--note T] | rules reset KEY | rules update FILE [--adopt] | rules export DIR | rules undo   [--move ID|all]… [--dry-run]',
      words: { min: 0, max: 2 }, flags: { n: 'text', unit: ['day', 'workday', 'month', 'count', 'share'], max: 'int', of: 'int', source: 'text', note: 'text', adopt: 'switch', offer: 'switch', ...moving },
    },
    opens: 'store',
    run: async (args, desk) => {
      const [verb = 'list', word = ''] = args.words
      if (verb === 'list') return call(desk, 'rules.list', {})
      if (verb === 'undo') return call(desk, 'rules.undo', {})
      if (word === '') return fail('usage', { field: verb, detail: { why: 'something is missing' } })
      if (verb === 'reset') return call(desk, 'rules.reset', given({ key: word, ...how(args) }))
      if (verb === 'export') return call(desk, 'rules.export', given({ to: resolve(word), offer: args.has('offer') ? true : undefined }))
      if (verb === 'update') return call(desk, 'rules.update', given({ file: resolve(word), adopt: args.has('adopt') ? true : undefined, move: how(args).move }))
      if (verb !== 'set') return fail('usage', { field: verb, detail: { why: 'takes set, reset, update, export or undo' } })
      const n = numberOf(args.text('n') ?? '')
      if (n === undefined) return fail('usage', { field: '--n', detail: { why: 'needs a whole number or off' } })
      return call(desk, 'rules.set', given({
        key: word, n, source: args.text('source') ?? '', unit: args.text('unit') as 'day' | undefined, max: args.int('max'), of: args.int('of'), note: args.text('note'), ...how(args),
      }))
    },
  },
  holidays: {
    spec: { usage: 'holidays FILE --data DIR [--year Y] [--adopt] [--move ID|all]…  (FILE - = standard input)', words: { min: 1, max: 1 }, flags: { year: 'int', adopt: 'switch', move: 'many' } },
    opens: 'store',
    run: async (args, desk) => {
      const [file = ''] = args.words
      return call(desk, 'holidays.read', given({
        ...(file === '-' ? { text: readFileSync(0, 'utf8') } : { file: resolve(file) }), year: args.int('year'), adopt: args.has('adopt') ? true : undefined, move: how(args).move,
      }))
    },
  },
  calendar: {
    spec: { usage: 'calendar --data DIR --from DATE --to DATE', words: { min: 0, max: 0 }, flags: { from: 'text', to: 'text' }, needs: ['from', 'to'] },
    opens: 'store',
    run: (args, desk) => call(desk, 'calendar.get', { from: args.text('from') ?? '', to: args.text('to') ?? '' }),
  },
  term: {
    spec: { usage: 'term --data DIR | term make --data DIR < plan.json | term open TERM --on DATE [--confirm-on DATE]', words: { min: 0, max: 2 }, flags: { on: 'text', 'confirm-on': 'text' } },
    opens: 'store',
    run: async (args, desk) => {
      const [verb = 'plan', word = ''] = args.words
      if (verb === 'plan') return call(desk, 'term.plan', {})
      if (verb === 'open') return call(desk, 'term.open', given({ term: word, on: args.text('on') ?? '', confirm_on: args.text('confirm-on') }))
      if (verb !== 'make') return fail('usage', { field: verb, detail: { why: 'takes plan, make or open' } })
      try {
        return await call(desk, 'term.make', JSON.parse(readFileSync(0, 'utf8')) as never)
      } catch {
        return fail('usage', { field: 'make', detail: { why: 'needs one JSON object on standard input' } })
      }
    },
  },
  elect: {
    spec: { usage: 'elect BY-ELECTION --on DATE [--name NAME] [--person ID] [--cert-no T] --data DIR', words: { min: 1, max: 1 }, flags: { on: 'text', name: 'text', person: 'text', 'cert-no': 'text' }, needs: ['on'] },
    opens: 'store',
    run: (args, desk) => call(desk, 'term.elect', given({ id: args.words[0] ?? '', confirmed_on: args.text('on') ?? '', name: args.text('name'), person: args.text('person'), cert_no: args.text('cert-no') })),
  },
  'old-ledger': {
    spec: { usage: 'old-ledger FILE --data DIR --type suggestion|voter_matter|… [--as new] [--status 已办结] [--dry-run]', words: { min: 1, max: 1 }, flags: { type: 'text', as: 'text', status: 'text', 'dry-run': 'switch' }, needs: ['type'] },
    opens: 'store',
    run: (args, desk) => call(desk, 'history.import', given({ file: resolve(args.words[0] ?? ''), type: args.text('type') ?? '', status: args.text('status'), as: args.text('as') as 'new' | 'history' | undefined, dry_run: args.has('dry-run') ? true : undefined })),
  },
  year: {
    spec: { usage: 'year --data DIR [--year Y]', words: { min: 0, max: 0 }, flags: { year: 'int' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'year.get', given({ year: args.int('year') })),
  },
}
