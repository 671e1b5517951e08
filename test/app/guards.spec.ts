import { expect, test } from '@playwright/test'
import { freshDataDir, launchApp } from './support/launch-app'
import { ask, password, setUp } from './support/office'

const env = { ZHEN_SCRYPT_N: '1024' }

test('the page reaches nothing outside, opens no second window, keeps no file and may ask for nothing', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  const tried = await page.evaluate(async () => {
    const refused = async (what: () => unknown): Promise<string> => {
      try {
        return `allowed: ${String(await what())}`
      } catch (error) {
        return `refused: ${error instanceof Error ? error.name : 'no'}`
      }
    }
    const link = document.createElement('a')
    link.href = 'data:text/plain,plain'
    link.download = 'plain.txt'
    document.body.append(link)
    link.click()
    link.remove()
    const frame = document.createElement('iframe')
    frame.src = 'https://example.invalid/'
    document.body.append(frame)
    location.href = 'https://example.invalid/'
    return {
      window: window.open('https://example.invalid/') === null,
      fetch: await refused(() => fetch('https://example.invalid/')),
      // The test's own hand may evaluate; a turn later it is the page that tries.
      later: await new Promise((done) => { setTimeout(done) }),
      eval: await refused(() => (0, eval)('1 + 1')),
      code: await refused(() => new Function('return 1')()),
      worker: await refused(() => new Worker('data:text/javascript,1')),
      notes: await Notification.requestPermission(),
      place: await refused(() => new Promise((done, broken) => { navigator.geolocation.getCurrentPosition(done, broken) })),
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await refused(() => navigator.clipboard.readText()),
      outside: await refused(async () => (await fetch('app://zhen/../../package.json')).status),
      climbed: await refused(async () => (await fetch('app://zhen/%2e%2e/%2e%2e/package.json')).status),
      node: typeof (globalThis as { require?: unknown }).require + typeof (globalThis as { process?: unknown }).process,
      kept: await refused(async () => { localStorage.setItem('x', '1'); return (await indexedDB.databases()).length }),
    }
  })
  expect(tried).toMatchObject({ window: true, notes: 'denied', node: 'undefinedundefined' })
  for (const what of ['fetch', 'eval', 'code', 'place', 'camera', 'clipboard'] as const) expect([what, tried[what]]).toEqual([what, expect.stringMatching(/^refused/)])
  expect([tried.outside, tried.climbed]).toEqual(['allowed: 404', expect.stringMatching(/^allowed: 40[34]$/)])
  // The test driver waits for the refused navigation for ever, so the window itself is asked.
  const windows = await app.evaluate(({ BrowserWindow }) => Promise.all(BrowserWindow.getAllWindows().map(async (one) => [one.webContents.getURL(), await one.webContents.executeJavaScript(`document.querySelector('h1')?.textContent ?? ''`)])))
  expect(windows).toEqual([[expect.stringMatching(/^app:\/\/zhen\//), expect.stringContaining('首页')]])
  const outside = await app.evaluate(async ({ session, net }) => {
    const own = session.fromPartition('zhen')
    const asked = await Promise.allSettled([own.fetch('https://example.invalid/'), session.defaultSession.fetch('http://127.0.0.1:9/'), net.fetch('http://example.invalid/')])
    return { persistent: own.isPersistent(), cache: await own.getCacheSize(), asked: asked.map((one) => one.status) }
  })
  expect(outside).toEqual({ persistent: false, cache: 0, asked: ['rejected', 'rejected', 'rejected'] })
  await app.close()
})

test('the page cannot write made-up people into a real office', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  await expect(ask(page, 'seed.run', {})).rejects.toThrow('unknown-command')
  expect((await ask(page, 'record.list', { type: 'person' })).total).toBe(0)
  await app.close()
})

test('the computer’s own lock screen and sleep lock the office, and a draft is there after the password', async () => {
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青禾镇' })
  for (const left of ['lock-screen', 'suspend']) {
    await app.evaluate(({ powerMonitor }, event) => { powerMonitor.emit(event) }, left)
    await expect(page.getByText('有一阵没有操作，已自动锁上')).toBeVisible()
    await expect(page.getByRole('heading', { name: '首页' })).toHaveCount(0)
    await page.locator('#unlock-password').fill(password)
    await page.locator('#unlock-password').press('Enter')
    await expect(page.getByRole('heading', { name: '首页' })).toBeVisible()
  }
  await app.close()
})
