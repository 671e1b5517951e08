/**
 * `--self-check`: what could not be tried where the program was made is tried on the computer it is used on, and a report is written for
 * whoever looks after that computer. A trial office in a temporary folder is set up, saved, backed up, locked and opened; the real data is
 * not touched, not even looked at.
 */
import { app, BrowserWindow, safeStorage, screen } from 'electron'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { version } from '../../shared/version'
import { removableDrives } from './drives'
import { reportText, type CheckLine } from './self-check-report'
import { startStoreProcess } from './store-process'

type Trial = () => Promise<Omit<CheckLine, 'what'>>

const mb = (bytes: number): string => `${String(Math.round(bytes / 1024 / 1024))} MB`
const good = (say: string): Omit<CheckLine, 'what'> => ({ ok: true, say })
const bad = (say: string): Omit<CheckLine, 'what'> => ({ ok: false, say })

/** The deepest folder of the way to `dir` that exists already: nothing is made where nothing was. */
function standing(dir: string): string {
  let at = dir
  while (!existsSync(at) && path.dirname(at) !== at) at = path.dirname(at)
  return at
}

async function trialOffice(): Promise<Omit<CheckLine, 'what'>> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'zhen-check-'))
  const store = startStoreProcess(path.join(dir, 'data'), false, () => undefined)
  try {
    const password = 'self-check-only'
    const steps: readonly (readonly [string, unknown])[] = [
      ['office.init', { role: 'town', code: '511321101', name: '自检镇', term: 19, term_start: '2021-12-20', password }], ['record.add', { type: 'village', records: [{ name: '自检村' }] }],
      ['backup.make', { to: path.join(dir, 'check.zrb') }], ['office.lock', {}], ['office.unlock', { password }], ['doctor.run', {}],
    ]
    const started = Date.now()
    for (const [name, input] of steps) {
      const answer = await store.ask(name, input)
      if (!answer.ok) return bad(`${name}：${answer.code} ${JSON.stringify(answer.detail ?? {})}`)
    }
    return good(`建库、保存、备份、上锁、打开、检查都成，共 ${String(Date.now() - started)} 毫秒`)
  } finally {
    await store.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Fifty small files written, renamed and removed, as the database does all day: what watches every file shows here. */
function fileSpeed(dir: string): Omit<CheckLine, 'what'> {
  const started = Date.now()
  for (let at = 0; at < 50; at++) {
    const file = path.join(dir, `zhen-check-${String(process.pid)}-${String(at)}.tmp`)
    writeFileSync(file, 'x'.repeat(4096))
    renameSync(file, `${file}2`)
    unlinkSync(`${file}2`)
  }
  const each = (Date.now() - started) / 50
  return each < 40 ? good(`写、改名、删一个文件 ${each.toFixed(1)} 毫秒`) : bad(`写、改名、删一个文件 ${each.toFixed(1)} 毫秒，偏慢：请在杀毒软件里把数据文件夹设为信任`)
}

async function sticks(): Promise<Omit<CheckLine, 'what'>> {
  const drives = (await removableDrives()).filter((drive) => drive.removable)
  if (drives.length === 0) return good('没有插 U 盘，没有试。插上一个再运行一遍')
  const said = drives.map(({ path: place, label, free_bytes }) => {
    const file = path.join(place, `zhen-check-${String(process.pid)}.tmp`)
    try {
      writeFileSync(file, '自检')
      const same = readFileSync(file, 'utf8') === '自检'
      unlinkSync(file)
      return { ok: same, say: `${label || place}：能写能读能删，剩 ${mb(free_bytes)}` }
    } catch (error) {
      return { ok: false, say: `${label || place}：写不进去（${error instanceof Error ? error.message : String(error)}）` }
    }
  })
  return { ok: said.every(({ ok }) => ok), say: said.map(({ say }) => say).join('；') }
}

async function printers(): Promise<Omit<CheckLine, 'what'>> {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
  const found = await window.webContents.getPrintersAsync()
  window.destroy()
  return found.length === 0 ? good('没有找到打印机，可以先存成 PDF') : good(found.map(({ displayName }) => displayName).join('、'))
}

/** Where office programs usually lie. */
const offices = ['C:/Program Files/Microsoft Office', 'C:/Program Files (x86)/Microsoft Office', 'C:/Program Files (x86)/Kingsoft', '/opt/kingsoft/wps-office', '/usr/bin/wps', '/usr/bin/libreoffice']

function officePrograms(): Omit<CheckLine, 'what'> {
  const local = process.env['LOCALAPPDATA']
  const found = [...offices, ...(local ? [path.join(local, 'Kingsoft')] : [])].filter((place) => existsSync(place))
  return found.length === 0 ? bad('没有找到 WPS 或 Office，生成的 Word、Excel 打不开看，请装一个') : good(`找到 ${found.join('、')}`)
}

const trials = (data: string): readonly (readonly [string, Trial])[] => [
  ['系统', () => Promise.resolve(good(`${os.type()} ${os.release()} ${os.arch()}，内存 ${mb(os.totalmem())}，处理器 ${String(os.cpus().length)} 核`))],
  ['屏幕', () => Promise.resolve(good(screen.getAllDisplays().map(({ size, scaleFactor }) => `${String(size.width)}×${String(size.height)}，放大 ${String(Math.round(scaleFactor * 100))}%`).join('；')))],
  ['数据文件夹', () => {
    const { bavail, bsize } = statfsSync(standing(data))
    return Promise.resolve(bavail * bsize > 1024 ** 3 ? good(`${data}，剩 ${mb(bavail * bsize)}`) : bad(`${data}，只剩 ${mb(bavail * bsize)}，请腾出 1 GB`))
  }],
  ['试建一个单位', trialOffice],
  ['文件快慢（杀毒软件）', () => Promise.resolve(fileSpeed(os.tmpdir()))],
  ['系统钥匙串', () => Promise.resolve(good(safeStorage.isEncryptionAvailable() ? '有' : '没有，不影响使用：密码由人来输'))],
  ['U 盘', sticks],
  ['打印机', printers],
  ['WPS 或 Office', () => Promise.resolve(officePrograms())],
]

/** Tries everything, writes the report to `to` (or into the person's documents) and answers the number of things that are wrong. */
export async function selfCheck(data: string, to: string | null): Promise<number> {
  const lines: CheckLine[] = []
  for (const [what, trial] of trials(data)) {
    try {
      lines.push({ what, ...(await trial()) })
    } catch (error) {
      lines.push({ what, ...bad(error instanceof Error ? error.message : String(error)) })
    }
  }
  const head = { version, electron: process.versions.electron ?? '', chrome: process.versions.chrome ?? '', packed: app.isPackaged, at: new Date() }
  const file = to ?? path.join(app.getPath('documents'), '镇人大工作台自检.txt')
  writeFileSync(file, reportText(head, lines))
  process.stdout.write(`${file}\n`)
  return lines.filter(({ ok }) => !ok).length
}
