/** Set-up, backups, checks and sample data from a terminal. */
import { resolve } from 'node:path'
import { ok } from '../../shared/result'
import { printTypes } from '../handlers/types'
import { call, given, then, type CliCommand } from './command'
import { passwordFrom } from './environment'

export const officeCommands: Readonly<Record<string, CliCommand>> = {
  init: {
    spec: {
      usage: 'init --data DIR --role town|county --code CODE --name NAME [--province 浙江] [--county-name NAME] [--term 19 --term-start 2021-12-20] [--quota 60] [--began 2026-01-01]',
      words: { min: 0, max: 0 },
      flags: { role: ['town', 'county'], code: 'text', name: 'text', province: 'text', 'county-name': 'text', term: 'int', 'term-start': 'text', quota: 'int', began: 'text' },
      needs: ['role', 'code', 'name'],
    },
    opens: 'before',
    run: async (args, desk) => {
      const password = passwordFrom(args)
      if (!password.ok) return password
      const role = args.text('role') ?? 'town'
      const made = await call(desk, 'office.init', given({
        role: role as 'town' | 'county', code: args.text('code') ?? '', name: args.text('name') ?? '', province: args.text('province'), county_name: args.text('county-name'),
        term: args.int('term'), term_start: args.text('term-start'), quota: args.int('quota'), began_on: args.text('began'), password: password.value, by: args.text('by'),
      }))
      return then(made, (value) => ({ ok: true, office: value.office }))
    },
  },
  types: {
    spec: { usage: 'types', words: { min: 0, max: 0 }, flags: {} },
    opens: 'nothing',
    run: () => Promise.resolve(ok(printTypes())),
  },
  backup: {
    spec: { usage: 'backup --data DIR --to FILE [--overwrite]', words: { min: 0, max: 0 }, flags: { to: 'text', overwrite: 'switch' }, needs: ['to'] },
    opens: 'store',
    run: async (args, desk) => then(await call(desk, 'backup.make', { to: resolve(args.text('to') ?? ''), ...(args.has('overwrite') ? { overwrite: true } : {}) }), (value) => ({ ok: true, ...value })),
  },
  restore: {
    spec: { usage: 'restore FILE --data DIR [--second]', words: { min: 1, max: 1 }, flags: { second: 'switch' } },
    opens: 'before',
    run: async (args, desk) => {
      const password = passwordFrom(args)
      if (!password.ok) return password
      return then(await call(desk, 'backup.restore', { file: resolve(args.words[0] ?? ''), password: password.value, ...(args.has('second') ? { second: true } : {}) }), (value) => ({ ok: true, ...value }))
    },
  },
  doctor: {
    spec: { usage: 'doctor --data DIR [--fix]', words: { min: 0, max: 0 }, flags: { fix: 'switch' } },
    opens: 'store',
    run: (args, desk) => call(desk, 'doctor.run', { fix: args.has('fix') }),
  },
  seed: {
    spec: {
      usage: 'seed --data DIR [--towns N] [--years N] [--scale S] [--seed K] [--profile ordinary|inspections|stations] [--index I]', words: { min: 0, max: 0 },
      flags: { towns: 'int', years: 'int', scale: 'int', seed: 'int', profile: 'text', index: 'int' },
    },
    opens: 'before',
    run: async (args, desk) => {
      const password = passwordFrom(args)
      if (!password.ok) return password
      if (desk.exists()) {
        const opened = desk.unlock(password.value, args.text('by'))
        if (!opened.ok) return opened
      }
      const profile = args.text('profile')
      return call(desk, 'seed.run', given({
        towns: args.int('towns'), years: args.int('years'), scale: args.int('scale'), seed: args.int('seed'), index: args.int('index'),
        profile: profile as 'ordinary' | undefined, password: password.value,
      }))
    },
  },
}
