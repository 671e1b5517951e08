import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// test/app drives the real Electron and belongs to Playwright.
const notHere = ['test/app/**', 'node_modules/**']

export default defineConfig({
  plugins: [react()],
  test: {
    pool: 'forks',
    // Vitest would leave one core free: on the two of a small server every file would wait for the one before it.
    maxWorkers: '100%',
    expect: { requireAssertions: true },
    testTimeout: 20_000,
    coverage: { include: ['shared/**', 'electron/**', 'renderer/**'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...notHere, 'test/renderer/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          exclude: notHere,
          setupFiles: ['test/support/browser-stubs.ts'],
        },
      },
    ],
  },
})
