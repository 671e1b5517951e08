/** Attachments from a terminal. */
import { resolve } from 'node:path'
import { call, given, then, type CliCommand } from './command'
import { printed } from './printed-record'

export const fileCommands: Readonly<Record<string, CliCommand>> = {
  attach: {
    spec: { usage: 'attach FILE --to ID --data DIR [--name NAME] [--original]', words: { min: 1, max: 1 }, flags: { to: 'text', name: 'text', original: 'switch' }, needs: ['to'] },
    opens: 'store',
    run: async (args, desk) => then(await call(desk, 'file.add', given({ owner: args.text('to') ?? '', path: resolve(args.words[0] ?? ''), name: args.text('name'), original: args.has('original') ? true : undefined })), (value) => ({ ...value, record: printed(value.record) })),
  },
  files: {
    spec: { usage: 'files ID --data DIR', words: { min: 1, max: 1 }, flags: {} },
    opens: 'store',
    run: (args, desk) => call(desk, 'file.list', { owner: args.words[0] ?? '' }),
  },
  detach: {
    spec: { usage: 'detach FILE_ID --reason T --data DIR', words: { min: 1, max: 1 }, flags: { reason: 'text' } },
    opens: 'store',
    run: async (args, desk) => then(await call(desk, 'file.remove', { id: args.words[0] ?? '', reason: args.text('reason') ?? '' }), (value) => ({ record: value.record && printed(value.record) })),
  },
}
