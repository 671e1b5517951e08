// The pictures of the help pages, taken from the running application on a made-up town: node scripts/help-pictures.mjs
// Run it after a screen changed and commit what it writes to resources/help/pictures.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './paths.mjs'

/** Name in the page → name in the gallery, of a town's window and of a county's. */
const pictures = { town: {
  rules: 'settings-rules', guide: 'screen-guide', roster: 'screen-roster', activity: 'screen-quick-activity', suggestion: 'page-suggestion', meeting: 'page-session', report: 'screen-report',
  safety: 'settings-safety', handover: 'screen-handover', supervision: 'page-supervision', debrief: 'page-debrief', projects: 'screen-matters', home: 'screen-home', funds: 'screen-funds', look: 'settings-look', statistics: 'screen-statistics', seats: 'page-mandate', lists: 'list-suggestion',
}, county: { county: 'screen-towns' } }

const folder = path.join(root, 'resources/help/pictures')
fs.mkdirSync(folder, { recursive: true })
for (const [role, wanted] of Object.entries(pictures)) {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'zhen-help-'))
  const only = `^(${Object.values(wanted).join('|')})$`
  const env = { ZHEN_NOW: '2026-03-20T09:00:00+08:00', ...process.env }
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/gallery.mjs'), out, '--role', role, '--only', only, '--years', '1', '--width', '1180', '--height', '664'], { cwd: root, stdio: 'inherit', env })
  for (const [name, shot] of Object.entries(wanted)) {
    const made = path.join(out, `${shot}.png`)
    if (fs.existsSync(made)) fs.copyFileSync(made, path.join(folder, `${name}.png`))
    else process.exitCode = 1
  }
  fs.rmSync(out, { recursive: true, force: true })
  if (status !== 0) process.exitCode = status ?? 1
}
