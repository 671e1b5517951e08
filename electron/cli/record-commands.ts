/** Records from a terminal: types, lines in, one record, steps, lists. */
import type { LineError } from '../../shared/contract/line-error'
import type { Rec } from '../../shared/record'
import { fail, ok, type Result } from '../../shared/result'
import { call, given, then, type CliCommand } from './command'
import { objectLines, oneObject, readStandardInput, type Bag } from './input'
import { printed } from './printed-record'

const largestPage = 1000

const id = { words: { min: 1, max: 1 } } as const

/** A line may be `{"fields":{…}}` or the bare fields. */
const fieldsOf = (bag: Bag): Bag => {
  const inner = bag['fields']
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return bag
  const { fields: _fields, ...around } = bag
  const kept = Object.fromEntries(Object.entries(around).filter(([key]) => key === 'as_history' || key === 'status'))
  return { ...(inner as Bag), ...kept }
}

/** The lines of a file that are objects; what was said of them gets the number of its line in the file, and the lines that are none join the errors. */
function sortedLines(text: string) {
  const lines = objectLines(text)
  const good = lines.flatMap((row) => (row.value === null ? [] : [{ line: row.line, value: row.value }]))
  const broken = lines.filter((row) => row.value === null).map((row): LineError => ({ line: row.line, code: 'bad-input', detail: { want: 'one JSON object' } }))
  const lineOf = (index: number): number => good[index - 1]?.line ?? index
  const errors = (told: readonly LineError[]): readonly LineError[] => [...told.map((error) => ({ ...error, line: lineOf(error.line) })), ...broken].sort((a, b) => a.line - b.line)
  return { good: good.map((row) => row.value), lineOf, errors }
}

export const recordCommands: Readonly<Record<string, CliCommand>> = {
  add: {
    spec: { usage: 'add TYPE --data DIR < lines.jsonl', words: { min: 1, max: 1 }, flags: {} },
    opens: 'store',
    run: async (args, desk) => {
      const { good, lineOf, errors } = sortedLines(await readStandardInput())
      const added = await call(desk, 'record.add', { type: args.words[0] ?? '', records: good.map(fieldsOf) })
      return then(added, (value) => ({
        added: value.added, ids: value.ids, errors: errors(value.errors), warnings: value.warnings.map((warning) => ({ ...warning, line: lineOf(warning.line) })),
      }))
    },
  },
  set: {
    spec: { usage: 'set ID --data DIR < fields.json', ...id, flags: { base: 'text' } },
    opens: 'store',
    run: async (args, desk) => {
      const bag = oneObject(await readStandardInput())
      if (!bag.ok) return bag
      return then(await call(desk, 'record.set', given({ id: args.words[0] ?? '', fields: fieldsOf(bag.value), base: args.text('base') })), (value) => printed(value.record))
    },
  },
  del: {
    spec: { usage: 'del ID --reason T --data DIR', ...id, flags: { reason: 'text' } },
    opens: 'store',
    run: async (args, desk) => {
      const gone = await call(desk, 'record.delete', { id: args.words[0] ?? '', reason: args.text('reason') ?? '' })
      if (!gone.ok) return gone
      return then(await call(desk, 'record.get', { id: args.words[0] ?? '' }), (record) => ({ ...printed(record), deleted_ids: gone.value.deleted }))
    },
  },
  undelete: {
    spec: { usage: 'undelete ID --data DIR', ...id, flags: {} },
    opens: 'store',
    run: async (args, desk) => then(await call(desk, 'record.restore', { id: args.words[0] ?? '' }), (value) => printed(value.record)),
  },
  get: {
    spec: { usage: 'get ID --data DIR', ...id, flags: {} },
    opens: 'store',
    run: async (args, desk) => then(await call(desk, 'record.get', { id: args.words[0] ?? '' }), printed),
  },
  history: {
    spec: { usage: 'history ID --data DIR', ...id, flags: {} },
    opens: 'store',
    run: (args, desk) => call(desk, 'record.history', { id: args.words[0] ?? '' }),
  },
  act: {
    spec: { usage: 'act STEP ID --data DIR < fields.json, or act STEP --data DIR < lines.jsonl', words: { min: 1, max: 2 }, flags: {} },
    opens: 'store',
    run: async (args, desk): Promise<Result<unknown>> => {
      const step = args.words[0] ?? ''
      const text = await readStandardInput()
      const one = args.words[1]
      if (one !== undefined) {
        const bag = oneObject(text)
        if (!bag.ok) return bag
        const done = await call(desk, 'step.run', { step, id: one, fields: fieldsOf(bag.value) })
        return then(done, (value) => ({ ...printed(value.record), ...(value.warnings.length > 0 ? { warnings: value.warnings } : {}) }))
      }
      const { good, errors } = sortedLines(text)
      return then(await call(desk, 'step.batch', { step, lines: good }), (value) => ({ done: value.done, records: value.records.map(printed), errors: errors(value.errors) }))
    },
  },
  merge: {
    spec: { usage: 'merge A --into B --reason T --data DIR [--force]', ...id, flags: { into: 'text', reason: 'text', force: 'switch' }, needs: ['into'] },
    opens: 'store',
    run: async (args, desk) => then(await call(desk, 'record.merge', { from: args.words[0] ?? '', into: args.text('into') ?? '', reason: args.text('reason') ?? '', force: args.has('force') }), printed),
  },
  list: {
    spec: {
      usage: 'list TYPE --data DIR [--where k=v]… [--text 词] [--limit N] [--after CURSOR] [--town CODE] [--bin]', words: { min: 1, max: 1 },
      flags: { where: 'many', text: 'text', limit: 'int', after: 'text', town: 'text', bin: 'switch', sort: 'text' },
    },
    opens: 'store',
    run: async (args, desk) => {
      const pairs: [string, string][] = []
      for (const pair of args.many('where')) {
        const equals = pair.indexOf('=')
        if (equals < 1) return fail('usage', { field: '--where', detail: { why: 'needs key=value', given: pair } })
        pairs.push([pair.slice(0, equals), pair.slice(equals + 1)])
      }
      // Own keys, whatever their names.
      const where = Object.fromEntries(pairs)
      // The window never asks for more than a page; a program may want everything at once.
      const limit = args.int('limit') ?? 100
      const rows: Rec[] = []
      for (let after = args.text('after'); ;) {
        const page = await call(desk, 'record.list', given({
          type: args.words[0] ?? '', where, text: args.text('text'), limit: Math.min(limit - rows.length, largestPage), after, town: args.text('town'), sort: args.text('sort'),
          bin: args.has('bin') ? true : undefined,
        }))
        if (!page.ok) return page
        const { next, total } = page.value
        rows.push(...page.value.rows)
        if (next === null || rows.length >= limit) return ok({ rows: rows.map(printed), next, total })
        after = next
      }
    },
  },
  search: {
    spec: { usage: 'search TEXT --data DIR [--limit N]', words: { min: 1, max: 1 }, flags: { limit: 'int' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'search.all', given({ text: args.words[0] ?? '', limit: args.int('limit') })),
  },
  duty: {
    spec: { usage: 'duty MANDATE --data DIR [--from DATE --to DATE]', ...id, flags: { from: 'text', to: 'text' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'deputies.duty', given({ mandate: args.words[0] ?? '', from: args.text('from'), to: args.text('to') })),
  },
  dump: {
    spec: { usage: 'dump --data DIR', words: { min: 0, max: 0 }, flags: {} },
    opens: 'store',
    run: async (_args, desk) => {
      const dumped = await call(desk, 'exchange.dump', {})
      return dumped.ok ? ok({ lines: dumped.value.lines }) : dumped
    },
  },
}
