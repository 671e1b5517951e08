/** Pairing, packages, receipts and conflicts from a terminal. */
import { resolve } from 'node:path'
import { fail } from '../../shared/result'
import { asJob } from '../handlers/job'
import { loadIntoPostgres } from '../handlers/load'
import { call, given, then, type CliCommand } from './command'
import { printed } from './printed-record'
import { oneObject, readStandardInput } from './input'

export const exchangeCommands: Readonly<Record<string, CliCommand>> = {
  invite: {
    spec: { usage: 'invite --data COUNTY --code TOWN --name N --out DIR', words: { min: 0, max: 0 }, flags: { code: 'text', name: 'text', out: 'text' }, needs: ['code', 'name', 'out'] },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.invite', { code: args.text('code') ?? '', name: args.text('name') ?? '', out: resolve(args.text('out') ?? '') }),
  },
  slips: {
    spec: { usage: 'slips --data COUNTY [--town CODE]', words: { min: 0, max: 0 }, flags: { town: 'text' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.slips', given({ town: args.text('town') })),
  },
  'withdraw-slip': {
    spec: { usage: 'withdraw-slip SLIP --data COUNTY', words: { min: 1, max: 1 }, flags: {} },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.withdraw-slip', { id: args.words[0] ?? '' }),
  },
  keys: {
    spec: { usage: 'keys --data COUNTY', words: { min: 0, max: 0 }, flags: {} },
    opens: 'store',
    run: (_args, desk) => call(desk, 'exchange.keys', {}),
  },
  'renew-keys': {
    spec: { usage: 'renew-keys --data COUNTY', words: { min: 0, max: 0 }, flags: {} },
    opens: 'store',
    run: (_args, desk) => call(desk, 'exchange.renew-keys', {}),
  },
  join: {
    spec: { usage: 'join FILE --data TOWN, the code in ZHEN_CODE', words: { min: 1, max: 1 }, flags: {} },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.join', { file: resolve(args.words[0] ?? ''), code: process.env['ZHEN_CODE'] ?? '' }),
  },
  'start-alone': {
    spec: { usage: 'start-alone --data TOWN', words: { min: 0, max: 0 }, flags: {} },
    opens: 'store',
    run: (_args, desk) => call(desk, 'exchange.start-alone', {}),
  },
  export: {
    spec: { usage: 'export --data DIR --to DIR [--full] [--always] [--town CODE] [--with-private] [--attachments-mb N]', words: { min: 0, max: 0 }, flags: { to: 'text', full: 'switch', always: 'switch', town: 'text', 'with-private': 'switch', 'attachments-mb': 'int' }, needs: ['to'] },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.export', given({
      to: resolve(args.text('to') ?? ''), full: args.has('full') ? true : undefined, always: args.has('always') ? true : undefined, town: args.text('town'),
      with_private: args.has('with-private') ? true : undefined, attachments_mb: args.int('attachments-mb'),
    })),
  },
  rollup: {
    spec: { usage: 'rollup --data COUNTY --to DIR [--year Y] [--records] [--full] [--always]', words: { min: 0, max: 0 }, flags: { to: 'text', year: 'int', records: 'switch', full: 'switch', always: 'switch' }, needs: ['to'] },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.rollup', given({
      to: resolve(args.text('to') ?? ''), year: args.int('year'), records: args.has('records') ? true : undefined, full: args.has('full') ? true : undefined, always: args.has('always') ? true : undefined,
    })),
  },
  plain: {
    spec: { usage: 'plain --data TOWN --to DIR [--year Y] [--private masked|plain]', words: { min: 0, max: 0 }, flags: { to: 'text', year: 'int', private: ['masked', 'plain'] }, needs: ['to'] },
    opens: 'store',
    run: (args, desk) => {
      const privates = args.text('private')
      return call(desk, 'exchange.plain', given({ to: resolve(args.text('to') ?? ''), year: args.int('year'), private: privates === 'masked' || privates === 'plain' ? privates : undefined }))
    },
  },
  verify: {
    spec: { usage: 'verify FILE [--data DIR]', words: { min: 1, max: 1 }, flags: {} },
    opens: 'maybe',
    // The same keys whatever is found: what cannot be told of a file that is none is null.
    run: async (args, desk) => then(await call(desk, 'exchange.verify', { file: resolve(args.words[0] ?? '') }), ({ ok, code, from, counts, ...rest }) => (
      { ok, code: code ?? null, from: from ?? null, counts: counts ?? {}, ...rest }
    )),
  },
  import: {
    spec: { usage: 'import FILE… --data DIR [--dry-run] [--approve] [--check-no N]', words: { min: 1, max: 1000 }, flags: { 'dry-run': 'switch', approve: 'switch', 'check-no': 'text' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.import', given({
      files: args.words.map((file) => resolve(file)), dry_run: args.has('dry-run') ? true : undefined, approve: args.has('approve') ? true : undefined, check_no: args.text('check-no'),
    })),
  },
  load: {
    spec: { usage: 'load FILE… --postgres URL --data COUNTY [--archive] [--jobs N], the password in PGPASSWORD', words: { min: 0, max: 100_000 }, flags: { postgres: 'text', archive: 'switch', jobs: 'int' }, needs: ['postgres'] },
    opens: 'store',
    run: (args, desk) => {
      const order = { url: args.text('postgres') ?? '', files: args.words.map((file) => resolve(file)), archive: args.has('archive'), jobs: args.int('jobs') ?? 4 }
      if (order.files.length === 0 && !order.archive) return Promise.resolve(fail('usage', { detail: { why: 'needs files or --archive' } }))
      return asJob(desk, undefined, (job) => loadIntoPostgres(desk, order, job))
    },
  },
  board: {
    spec: { usage: 'board --data COUNTY', words: { min: 0, max: 0 }, flags: {} },
    opens: 'store',
    run: async (_args, desk) => then(await call(desk, 'exchange.board', {}), (value) => ({ towns: value.towns })),
  },
  devices: {
    spec: { usage: 'devices --data COUNTY [--town CODE]', words: { min: 0, max: 0 }, flags: { town: 'text' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.devices', given({ town: args.text('town') })),
  },
  'close-device': {
    spec: { usage: 'close-device DEVICE --data COUNTY [--reopen]', words: { min: 1, max: 1 }, flags: { reopen: 'switch' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.close-device', given({ device: args.words[0] ?? '', reopen: args.has('reopen') ? true : undefined })),
  },
  sheet: {
    spec: { usage: 'sheet --data DIR [--printed]', words: { min: 0, max: 0 }, flags: { printed: 'switch' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.sheet', given({ printed: args.has('printed') ? true : undefined })),
  },
  recover: {
    spec: { usage: 'recover --data TOWN, the key of the recovery sheet in ZHEN_CODE', words: { min: 0, max: 0 }, flags: {} },
    opens: 'store',
    run: (_args, desk) => call(desk, 'exchange.recover', { key: process.env['ZHEN_CODE'] ?? '' }),
  },
  'correct-code': {
    spec: { usage: 'correct-code CODE --data TOWN [--name N]', words: { min: 1, max: 1 }, flags: { name: 'text' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.correct-code', given({ code: args.words[0] ?? '', name: args.text('name') })),
  },
  'map-town': {
    spec: { usage: 'map-town OLD NEW --data COUNTY [--name N]', words: { min: 2, max: 2 }, flags: { name: 'text' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'exchange.map-town', given({ from: args.words[0] ?? '', to: args.words[1] ?? '', name: args.text('name') })),
  },
  order: {
    spec: { usage: 'order --data COUNTY --town CODE… | --all < fields.json', words: { min: 0, max: 0 }, flags: { town: 'many', all: 'switch' } },
    opens: 'store',
    run: async (args, desk) => {
      const fields = oneObject(await readStandardInput())
      if (!fields.ok) return fields
      const known = args.has('all') ? await call(desk, 'exchange.order-towns', {}) : null
      if (known?.ok === false) return known
      return call(desk, 'exchange.order', { towns: known === null ? args.many('town') : known.value.towns.map((town) => town.code), fields: fields.value })
    },
  },
  conflicts: {
    spec: { usage: 'conflicts --data DIR', words: { min: 0, max: 0 }, flags: {} },
    opens: 'store',
    run: (_args, desk) => call(desk, 'exchange.conflicts', {}),
  },
  resolve: {
    spec: { usage: 'resolve ID --take WRITER --data DIR', words: { min: 1, max: 1 }, flags: { take: 'text' }, needs: ['take'] },
    opens: 'store',
    run: async (args, desk) => then(await call(desk, 'exchange.resolve', { id: args.words[0] ?? '', take: args.text('take') ?? '' }), printed),
  },
}
