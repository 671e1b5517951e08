import { defineConfig } from '@playwright/test'

// The real application: one window at a time, and a test that needs a second try is a failed test.
export default defineConfig({
  testDir: 'test/app',
  outputDir: 'test-results/playwright',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
})
