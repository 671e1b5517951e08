/** Fields of the office's own from a terminal: an addition to the stable commands. */
import { fail } from '../../shared/result'
import { ownKinds, type OwnKind } from '../../shared/records/own-fields'
import { call, given, type CliCommand } from './command'

const yesNo = (text: string | undefined): boolean | undefined => (text === undefined ? undefined : text === 'yes')

export const ownFieldCommands: Readonly<Record<string, CliCommand>> = {
  fields: {
    spec: {
      usage: `fields --data DIR | fields add TYPE --label L --kind ${ownKinds.join('|')} [--option 词]… | fields set TYPE KEY [--label L] [--hidden yes|no] [--column yes|no] | fields drop TYPE KEY | fields order TYPE [KEY]… | fields offer on|off | fields adopt|refuse ID`,
      words: { min: 0, max: 60 }, flags: { label: 'text', kind: ownKinds, option: 'many', hidden: ['yes', 'no'], column: ['yes', 'no'] },
    },
    opens: 'store',
    run: async (args, desk) => {
      const [verb = 'list', type = '', key = ''] = args.words
      const shown = { hidden: yesNo(args.text('hidden')), column: yesNo(args.text('column')) }
      switch (verb) {
        case 'list': return call(desk, 'fields.get', {})
        case 'add': return call(desk, 'fields.set', given({ type, label: args.text('label') ?? '', kind: args.text('kind') as OwnKind | undefined, options: args.many('option').length > 0 ? args.many('option') : undefined, ...shown }))
        case 'set': return call(desk, 'fields.set', given({ type, key, label: args.text('label'), options: args.many('option').length > 0 ? args.many('option') : undefined, ...shown }))
        case 'drop': return call(desk, 'fields.drop', { type, key })
        case 'order': return call(desk, 'fields.order', { type, columns: args.words.slice(2) })
        case 'offer': return call(desk, 'fields.offer', { on: type !== 'off' })
        case 'adopt': case 'refuse': return call(desk, 'fields.adopt', { id: type, take: verb === 'adopt' })
        default: return fail('usage', { field: verb, detail: { why: 'takes add, set, drop, order, offer, adopt or refuse' } })
      }
    },
  },
}
