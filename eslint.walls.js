// Who may import whom. Each folder's rule is whole, because a later entry for the same file replaces an earlier one.

const packages = {
  electron: { name: 'electron', message: 'Electron is imported in main, preload, shell and ipc/listen only: everything else also runs without a window.' },
  sqlite: { name: 'better-sqlite3', message: 'The database is opened in electron/store only.' },
}

const outward = (folders, message) => ({ regex: `^(\\.\\./)+(${folders.join('|')})(/|$)`, message })

const noElectronFolder = outward(['electron'], 'The window reaches the other side through renderer/api.ts and the contract.')
const noRenderer = outward(['renderer'], 'The Node side knows nothing of the window.')
const noTests = outward(['test', 'bench', 'scripts'], 'The product does not depend on its tests and tools.')
const abovePlumbing = (...folders) => outward(folders, 'Lower layers do not know the higher ones: store < exchange, documents < handlers < ipc, cli, shell.')

const sql = /^\s*(select\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(table|index|virtual)|pragma\s)/i.source
const sqlMessage = 'SQL is written in electron/store only: a question is a named function there.'
const noSql = [
  { selector: `Literal[value=/${sql}/i]`, message: sqlMessage },
  { selector: `TemplateElement[value.raw=/${sql}/i]`, message: sqlMessage },
]
const noWindowApi = { selector: "MemberExpression[object.name='window'][property.name='api']", message: 'Only renderer/api.ts reads window.api.' }

const wall = (files, { paths = [], patterns = [], syntax = [], ignores = [] }) => ({
  files,
  ignores,
  rules: {
    'no-restricted-imports': ['error', { paths, patterns: [noTests, ...patterns] }],
    'no-restricted-syntax': syntax.length > 0 ? ['error', ...syntax] : 'off',
  },
})

export const walls = [
  wall(['shared/**'], {
    patterns: [
      { regex: '^[^.]', message: 'shared is pure: no package, no Node, no browser. It runs the same in both processes and in a test.' },
      outward(['electron', 'renderer', 'resources'], 'shared imports nothing outside itself.'),
    ],
  }),
  wall(['electron/**'], {
    paths: [packages.electron, packages.sqlite],
    patterns: [noRenderer],
    syntax: noSql,
  }),
  wall(['electron/main.ts', 'electron/preload.ts', 'electron/shell/**', 'electron/ipc/listen.ts'], {
    paths: [packages.sqlite],
    patterns: [noRenderer],
    syntax: noSql,
  }),
  wall(['electron/store/**'], {
    paths: [packages.electron],
    patterns: [noRenderer, abovePlumbing('exchange', 'documents', 'handlers', 'ipc', 'cli', 'shell')],
  }),
  wall(['electron/exchange/**', 'electron/documents/**'], {
    paths: [packages.electron, packages.sqlite],
    patterns: [noRenderer, abovePlumbing('handlers', 'ipc', 'cli', 'shell')],
    syntax: noSql,
  }),
  wall(['electron/handlers/**'], {
    paths: [packages.electron, packages.sqlite],
    // ipc/route says what a handler is; it runs without Electron.
    patterns: [noRenderer, abovePlumbing('ipc/(?!route$).*', 'cli', 'shell')],
    syntax: noSql,
  }),
  wall(['renderer/**'], {
    paths: [packages.electron, packages.sqlite],
    patterns: [noElectronFolder, { regex: '^node:', message: 'The window has no Node.' }],
    syntax: [noWindowApi],
    ignores: ['renderer/api.ts'],
  }),
  wall(['renderer/api.ts'], { paths: [packages.electron, packages.sqlite], patterns: [noElectronFolder] }),
]
