/** A picture of every screen, at the size of the office computer. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Picture } from './pictures'
import type { Office } from './window'

/** Lets the window finish: what it shows has not changed for a fifth of a second, and no grey bars stand for what is still read. */
const settled = (office: Office): Promise<void> => office.page.evaluate(() => new Promise<void>((done) => {
  const began = performance.now()
  let changed = began
  const watch = new MutationObserver(() => { changed = performance.now() })
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true })
  const look = setInterval(() => {
    const now = performance.now()
    const quiet = now - began > 350 && now - changed > 120 && document.querySelector('.bones') === null
    if (!quiet && now - began < 10_000) return
    clearInterval(look)
    watch.disconnect()
    done()
  }, 40)
}))

async function routeOf(office: Office, { name, route, find }: Picture): Promise<Picture['route']> {
  if (!find) return route
  const found = await office.ask('record.list', { type: find.type, where: find.where ?? {}, limit: 1 })
  const [first] = found['rows'] as readonly { readonly id: string }[]
  if (!first) throw new Error(`picture ${name}: no ${find.type}`)
  return { ...route, [find.as]: first.id }
}

/** Takes what the window shows now. */
export async function photograph(office: Office, file: string): Promise<string> {
  mkdirSync(path.dirname(file), { recursive: true })
  await settled(office)
  await office.page.screenshot({ path: file })
  return file
}

/** Opens one screen after the other; the files are numbered in the order of the rail. */
export async function photographAll(office: Office, folder: string, prefix: string, pictures: readonly Picture[]): Promise<readonly string[]> {
  const made: string[] = []
  for (const [index, picture] of pictures.entries()) {
    await office.open(await routeOf(office, picture))
    for (const name of picture.press ?? []) await office.page.getByRole('button', { name }).first().click()
    made.push(await photograph(office, path.join(folder, `${prefix}-${String(index + 1).padStart(2, '0')}-${picture.name}.png`)))
  }
  return made
}
