/**
 * Prints, as the text of a migration file, the statements that make the typed tables of the declarations as they stand: run once per new
 * record type (`node scripts/draft-types-migration.mjs [type …] > electron/store/migrations/NNNN-….ts`), then the text is frozen. For a
 * changed type write ALTER TABLE by hand; the schema test says what is missing.
 */
import { createServer } from 'vite'
import { root } from './paths.mjs'

const only = process.argv.slice(2)
const server = await createServer({ root, configFile: false, logLevel: 'error', server: { middlewareMode: true, watch: null } })
try {
  const { declarations, recordTypes } = await server.ssrLoadModule('/shared/records/index.ts')
  const { tableStatements } = await server.ssrLoadModule('/electron/store/typed-schema.ts')
  const lines = recordTypes.filter((type) => only.length === 0 || only.includes(type)).map((type) => {
    const [table, ...indexes] = tableStatements(declarations[type])
    return `  \`${table}\`,\n  \`${indexes.join('; ')}\`,`
  })
  const name = only.length === 0 ? 'typedTables' : `${(only[0] ?? '').replace(/_(.)/gu, (_, letter) => letter.toUpperCase())}Table`
  process.stdout.write(`/** The typed tables, one a record type, with the indexes of their lists. Frozen. */\nexport const ${name}: readonly string[] = [\n${lines.join('\n')}\n]\n`)
} finally {
  await server.close()
}
