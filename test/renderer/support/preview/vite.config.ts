import react from '@vitejs/plugin-react'
import path from 'node:path'
import { defineConfig } from 'vite'

// `npx vite build -c test/renderer/support/preview/vite.config.ts`, then shoot.mjs beside this file.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: process.env['PREVIEW_OUT'] ?? path.resolve(import.meta.dirname, '../../../../.cache/preview'), emptyOutDir: true, target: 'chrome130', minify: false },
})
