import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { walls } from './eslint.walls.js'

const typed = ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'bench/**/*.ts', 'scripts/**/*.ts']
const untyped = ['test/**/*.{ts,tsx}', '*.config.ts']

export default tseslint.config(
  { ignores: ['dist/', 'release/', 'demo-output/', 'test-results/', 'coverage/', '.cache/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: typed, extends: [tseslint.configs.strictTypeChecked], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  // Tests without types: half the time, and their mistakes show when they run.
  { files: untyped, extends: [tseslint.configs.strict] },
  {
    files: [...typed, ...untyped],
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An empty function is how one says "nothing happens here".
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: typed,
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Data from a database, a file or another process is less sure than its type says.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Our strings are Chinese text taken apart by code point, which is what spreading does.
      '@typescript-eslint/no-misused-spread': 'off',
      // A row's type is said where it is read: get<Row>(sql).
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A handler of an interface may be asynchronous in name only.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-console': 'off', 'max-lines': 'off' } },
  { files: ['scripts/**/*.mjs', '*.js'], rules: { eqeqeq: 'error', 'no-unused-vars': 'error', 'prefer-const': 'error', 'max-lines': ['error', 300] } },
  // What speaks to a terminal.
  { files: ['bench/**', 'scripts/**', 'electron/cli/**'], rules: { 'no-console': 'off' } },
  { files: ['renderer/**', 'test/renderer/**'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  ...walls,
)
