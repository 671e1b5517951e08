/** The first paint of a screen in the real window: from the press to the frame that shows its content, at the first visit and the second. */
import type { Desk } from '../electron/handlers/desk'
import { ask } from './office'
import { least, part, percentile, type Part } from './measure'
import { ended, ourApp, started, windowCanBeShown } from './window'

/** A screen, where it is and what of it must stand before it counts as painted. */
export interface Visit {
  readonly name: string
  /** As the window's own navigation names it. */
  readonly route: { readonly screen: string; readonly [key: string]: string }
  /** A selector inside the screen. */
  readonly content: string
}

export interface Painted {
  readonly name: string
  readonly first: number
  readonly second: number
}

const row = 'tbody tr'
const card = '.card'

/** A record page of each of these is opened, besides a deputy's. */
export const pageTypes = ['suggestion', 'session', 'activity', 'voter_matter'] as const

/** The first records of each type, and the mandate of a deputy: what the pages are opened for. */
export async function pageIds(desk: Desk, each: number): Promise<{ readonly records: Readonly<Record<string, readonly string[]>>; readonly mandates: readonly string[] }> {
  const records: Record<string, readonly string[]> = {}
  for (const type of pageTypes) {
    const { rows } = await ask(desk, 'record.list', { type, limit: each })
    records[type] = (rows as readonly { readonly id: string }[]).map(({ id }) => id)
  }
  const { rows } = await ask(desk, 'deputies.list', {})
  return { records, mandates: (rows as readonly { readonly mandate: string }[]).slice(0, each).map(({ mandate }) => mandate) }
}

/** Every item of a town's rail, the lists with most records and some record pages. */
export async function visitsOf(desk: Desk): Promise<readonly Visit[]> {
  const { records, mandates } = await pageIds(desk, 1)
  const rail = ['deputies', 'meetings', 'activities', 'suggestions', 'supervision', 'sites', 'matters', 'funds', 'documents', 'statistics'] as const
  return [
    ...rail.map((screen): Visit => ({ name: screen, route: { screen }, content: row })),
    { name: 'report', route: { screen: 'report' }, content: card },
    { name: 'settings', route: { screen: 'settings' }, content: card },
    { name: 'list-voter_matter', route: { screen: 'list', type: 'voter_matter' }, content: row },
    { name: 'list-participation', route: { screen: 'list', type: 'participation' }, content: row },
    ...pageTypes.flatMap((type): readonly Visit[] => (records[type] ?? []).map((id) => ({ name: `page-${type}`, route: { screen: 'record', id, type }, content: card }))),
    ...mandates.map((mandate): Visit => ({ name: 'page-deputy', route: { screen: 'deputy', mandate }, content: card })),
    { name: 'home', route: { screen: 'home' }, content: card },
  ]
}

/**
 * Runs in the page. A screen is a heading that was not there before, its content, and no grey bars; it counts from the task after the frame that shows it.
 * Presses are an event of the page itself, as the demo names screens (`zhen-open`); a rest after home, then a pause between two visits as a person makes.
 */
const tour = (visits: readonly Visit[]): string => `(async () => {
  const visits = ${JSON.stringify(visits)}
  const rest = (ms) => new Promise((next) => setTimeout(next, ms))
  const frame = () => new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now()); port2.postMessage(0) }))
  const open = async ({ route, content, name }) => {
    const before = document.querySelector('main h1')
    const stands = () => { const now = document.querySelector('main h1'); return now && now !== before && document.querySelector('main ' + content) && !document.querySelector('main .bones') }
    const from = performance.now()
    window.dispatchEvent(new CustomEvent('zhen-open', { detail: route }))
    await new Promise((done, failed) => {
      const patience = setTimeout(() => { failed(new Error(name + ': no content within ten seconds')) }, 10000)
      const look = () => { if (stands()) { clearTimeout(patience); watcher.disconnect(); done() } }
      const watcher = new MutationObserver(look)
      watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
      look()
    })
    return await frame() - from
  }
  await rest(1500)
  const painted = visits.map(({ name }) => ({ name, first: 0, second: 0 }))
  for (const turn of ['first', 'second']) for (const [at, visit] of visits.entries()) { painted[at][turn] = await open(visit); await rest(250) }
  return painted
})()`

async function tourOf(data: string, password: string, visits: readonly Visit[]): Promise<readonly Painted[]> {
  const { child, said } = started<{ readonly painted: readonly Painted[] }>(ourApp(password, `const painted = await ask(${JSON.stringify(tour(visits))})`, 'painted'), { ZHEN_DATA: data })
  const { painted } = await said
  await ended(child)
  return painted
}

/** The real window over the closed store in `data`, started `times` times: of each visit the least. Null where no window can be shown. */
export async function measureScreens(data: string, password: string, visits: readonly Visit[], times: number): Promise<readonly Painted[] | null> {
  if (!windowCanBeShown()) return null
  const tours: (readonly Painted[])[] = []
  for (let at = 0; at < times; at++) tours.push(await tourOf(data, password, visits))
  const all = tours.flat()
  return visits.map(({ name }) => {
    const same = all.filter((one) => one.name === name)
    return { name, first: least(same.map((one) => one.first)), second: least(same.map((one) => one.second)) }
  })
}

/** The 95th percentile of both visits, and the worst screen under its name. */
export function screenParts(painted: readonly Painted[]): readonly Part[] {
  const worst = (turn: 'first' | 'second') => painted.reduce((most, one) => (one[turn] > most[turn] ? one : most))
  return (['first', 'second'] as const).flatMap((turn) => [
    part(`${turn}-visit`, percentile(painted.map((one) => one[turn]), 0.95), 100, 1),
    part(`${turn}-${worst(turn).name}`, worst(turn)[turn], 100, 1),
  ])
}
