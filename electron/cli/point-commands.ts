/** Points for deputies from a terminal: an addition to the stable commands. */
import { fail } from '../../shared/result'
import { call, given, type CliCommand } from './command'
import { oneObject, readStandardInput } from './input'

export const pointCommands: Readonly<Record<string, CliCommand>> = {
  points: {
    spec: { usage: 'points --data DIR --year Y | points keep --year Y | points rules < table.json | points sample', words: { min: 0, max: 1 }, flags: { year: 'int' } },
    opens: 'store',
    run: async (args, desk) => {
      const [verb = 'list'] = args.words
      const year = args.int('year') ?? Number(desk.today.slice(0, 4))
      if (verb === 'list') return call(desk, 'points.get', { year })
      if (verb === 'keep') return call(desk, 'points.keep', { year })
      if (verb === 'sample') return call(desk, 'points.rules', {})
      if (verb !== 'rules') return fail('usage', { field: verb, detail: { why: 'takes keep, rules or sample' } })
      const table = oneObject(await readStandardInput())
      return table.ok ? call(desk, 'points.rules', given({ table: table.value })) : table
    },
  },
}
