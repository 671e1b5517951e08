/** Dialogs, drives, printing: what only the window's own process can do. */
import { app, dialog, shell, type BrowserWindow, type FileFilter } from 'electron'
import path from 'node:path'
import type { InputOf, OutputOf, ShellContract } from '../../shared/contract'
import { fail, ok, type Result } from '../../shared/result'
import { putFile } from '../documents/put-file'
import { ejectDrive, removableDrives } from './drives'
import type { Offices } from './offices'
import { printHtml, printPage, printPaper } from './print'

type ShellHandlers = { readonly [N in keyof ShellContract]: (input: InputOf<N>) => Promise<Result<OutputOf<N>>> }

const filters: Readonly<Record<'roster' | 'package' | 'backup' | 'any', FileFilter[]>> = {
  roster: [{ name: '表格', extensions: ['xlsx', 'xls', 'et', 'csv', 'txt', 'html', 'htm'] }],
  package: [{ name: '上报包、回执', extensions: ['zpk'] }],
  backup: [{ name: '备份', extensions: ['zrb'] }],
  any: [],
}

/** Files that dialogs and reports named in this session: only these may be opened outside. */
export interface Opened {
  readonly allowed: Set<string>
  /** A package that the system handed over and nobody has looked at yet. */
  handed: string | null
}

export function shellCommands(window: () => BrowserWindow | null, opened: Opened, offices: Offices): ShellHandlers {
  const allow = (file: string): string => {
    opened.allowed.add(path.resolve(file))
    return file
  }
  const owner = () => window() ?? undefined
  const openDialog = async (options: Electron.OpenDialogOptions): Promise<string[]> => {
    const parent = owner()
    const answer = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options)
    return answer.canceled ? [] : answer.filePaths
  }
  return {
    'shell.pick-file': async ({ title, kinds }) => ok({ path: (await openDialog({ title, filters: filters[kinds], properties: ['openFile'] }))[0] ?? null }),
    'shell.pick-files': async ({ title, kinds }) => ok({ paths: await openDialog({ title, filters: filters[kinds], properties: ['openFile', 'multiSelections'] }) }),
    'shell.pick-folder': async ({ title }) => {
      const folder = (await openDialog({ title, properties: ['openDirectory', 'createDirectory'] }))[0]
      return ok({ path: folder === undefined ? null : allow(folder) })
    },
    'shell.save-as': async ({ title, name }) => {
      const parent = owner()
      const options = { title, defaultPath: name }
      const answer = parent ? await dialog.showSaveDialog(parent, options) : await dialog.showSaveDialog(options)
      return ok({ path: answer.canceled || !answer.filePath ? null : allow(answer.filePath) })
    },
    'shell.drives': async () => ok({ drives: await removableDrives() }),
    'shell.eject': async ({ path: at }) => {
      const done = await ejectDrive(at)
      return done.ok ? ok({ out: done.value === 'out' }) : done
    },
    'shell.documents': async () => ok({ path: allow(path.join(app.getPath('documents'), '镇人大工作台', ...(offices.practising ? ['练习'] : []))) }),
    'shell.handed': () => {
      const { handed } = opened
      opened.handed = null
      return Promise.resolve(ok({ path: handed }))
    },
    'shell.practice': async ({ role }) => {
      await offices.look(role)
      return ok({ practice: offices.practising })
    },
    'shell.open': async ({ path: file, folder }) => {
      const full = path.resolve(file)
      const known = [...opened.allowed].some((one) => full === one || full.startsWith(one + path.sep))
      if (!known) return fail('file-not-found', { detail: { file } })
      if (folder === true) {
        shell.showItemInFolder(full)
        return ok({ opened: true })
      }
      const problem = await shell.openPath(full)
      return problem === '' ? ok({ opened: true }) : fail('file-not-found', { detail: { file, why: problem } })
    },
    'shell.print': async ({ dialog: ask, html }) => {
      const page = window()
      if (page && html !== undefined) return printPaper(page, html, ask !== false)
      return page ? printPage(page, ask !== false) : fail('internal', { detail: { why: 'no window' } })
    },
    'shell.pdf': async ({ path: file, html }) => {
      const page = window()
      if (!page) return fail('internal', { detail: { why: 'no window' } })
      const { pdf, unshown } = await printHtml(page, html ?? null)
      const put = await putFile(path.dirname(file), path.basename(file), 'pdf', pdf)
      if (!put.ok) return put
      allow(file)
      return ok({ path: file, bytes: put.value.bytes, ...(unshown.length === 0 ? {} : { unshown }) })
    },
  }
}
