// Opens a dialog or side sheet by the keyboard alone and says what somebody without a mouse would miss in it: where it begins, what Tab comes to and in
// which order, whether its foot stands on the screen, what Enter does, whether Esc takes words with it, and where the focus is afterwards.

const opened = 'dialog[open], .drawer'
const settled = 350
const most = 160

/** Follows `way.press` to the dialog; the complaint where that does not lead there. */
async function goThere(page, way) {
  for (const step of way.press) {
    const before = await page.locator(opened).count()
    if (typeof step === 'function') await step(page)
    else {
      // What lies over the page is pressed before the page.
      const inside = await page.locator('dialog[open]').count() > 0 ? page.locator('dialog[open]').last() : before > 0 ? page.locator('.drawer').last() : page.locator('body')
      const button = inside.getByRole('button', { name: step, ...(typeof step === 'string' ? { exact: true } : {}) }).first()
      await button.waitFor({ timeout: 4000 }).catch(() => null)
      if (await button.count() === 0) return `no button ${String(step)}`
      await button.press('Enter')
    }
    await page.waitForTimeout(settled)
  }
  await page.locator(opened).first().waitFor({ timeout: 3000 }).catch(() => null)
  return await page.locator(opened).count() === 0 ? 'did not open' : null
}

/** Goes the way, has it photographed by `shoot`, and answers the complaints. */
export async function byKeys(page, way, shoot) {
  const lost = await goThere(page, way)
  if (lost !== null) return [lost]
  await page.evaluate(watch)
  const said = await page.evaluate(() => globalThis.box.beginning())
  await shoot(way.name)
  for (let at = 0; at < most; at++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => globalThis.box.step()) === 'round') break
  }
  said.push(...await page.evaluate(() => globalThis.box.order()))
  if (await page.evaluate(() => globalThis.box.line())) {
    await page.keyboard.type('字')
    await page.keyboard.press('Enter')
    said.push(...await page.evaluate(() => globalThis.box.entered()))
  }
  said.push(...await leave(page))
  return said
}

/** Esc: once where nothing was typed, twice where something was; a sheet that keeps a draft may close at once. */
async function leave(page) {
  const state = await page.evaluate(() => globalThis.box.state())
  await page.keyboard.press('Escape')
  await page.waitForTimeout(settled)
  const said = []
  if (await page.evaluate(() => globalThis.box.open())) {
    if (!state.typed) said.push('Esc does not close it')
    await page.keyboard.press('Escape')
    await page.waitForTimeout(settled)
    if (await page.evaluate(() => globalThis.box.open())) said.push('Esc does not close it at the second time')
  } else if (state.typed && !state.keeps) said.push('Esc took what was typed')
  return [...said, ...await page.evaluate(() => globalThis.box.after())]
}

/** In the page. */
function watch() {
  const name = (node) => (node === null ? 'nothing' : `${node.tagName.toLowerCase()}${[...node.classList].map((one) => `.${one}`).join('')} "${(node.getAttribute('aria-label') ?? node.textContent ?? '').trim().slice(0, 20)}"`)
  const boxes = [...document.querySelectorAll('dialog[open], .drawer')]
  const box = boxes.findLast((one) => one.tagName === 'DIALOG') ?? boxes.at(-1)
  const modal = box.tagName === 'DIALOG'
  const part = (of) => [...box.children].find((child) => child.classList.contains(of)) ?? null
  const shown = (node) => node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && node.getBoundingClientRect().width > 1
  // What is drawn by its label may itself be nothing to see.
  const seenAs = (node) => (node.matches('input[type=radio], input[type=checkbox]') ? node.closest('label') ?? node : node)
  const able = (node) => node.tabIndex >= 0 && !node.disabled && node.closest('[inert]') === null && shown(seenAs(node))
  const controls = (within) => (within === null ? [] : [...within.querySelectorAll('button, a[href], input, select, textarea, summary, [tabindex]')].filter(able))
  const began = document.activeElement
  const seen = box.contains(began) ? [began] : []
  const pressed = []
  let typed = false
  document.addEventListener('click', (event) => {
    const main = event.target.closest?.('.btn.pri')
    if (main === null || main === undefined || !box.contains(main)) return
    // Nothing is carried out here.
    event.preventDefault()
    event.stopImmediatePropagation()
    pressed.push(main)
  }, true)
  globalThis.box = {
    beginning() {
      const said = []
      const edge = box.getBoundingClientRect()
      if (edge.left < -1 || edge.top < -1 || edge.right > innerWidth + 1 || edge.bottom > innerHeight + 1) said.push(`leaves the window: ${Math.round(edge.left)} ${Math.round(edge.top)} ${Math.round(edge.right)} ${Math.round(edge.bottom)} of ${innerWidth} × ${innerHeight}`)
      const foot = part('e')?.getBoundingClientRect()
      if (foot !== undefined && (foot.bottom > innerHeight + 1 || foot.bottom > edge.bottom + 1)) said.push('its foot is cut off')
      const here = document.activeElement
      if (!box.contains(here)) said.push(`the focus is outside: ${name(here)}`)
      else if (modal) {
        const first = controls(part('b')).find((node) => node.matches('button, input, select, textarea')) ?? controls(part('e'))[0]
        if (first !== undefined && here !== first && !(first.type === 'radio' && here.type === 'radio')) said.push(`begins at ${name(here)}, not at ${name(first)}`)
      }
      return said
    },
    step() {
      const node = document.activeElement
      if (node !== null && node === seen[0]) return 'round'
      if (node !== null && box.contains(node) && !seen.includes(node)) seen.push(node)
      return seen.length > 0 && node !== null && !box.contains(node) && !modal ? 'round' : ''
    },
    order() {
      const grouped = (node) => node.type === 'radio' && seen.some((one) => one.type === 'radio' && one.name === node.name)
      // A sheet is no trap: what stands before its first field is reached backwards.
      const before = (node) => !modal && (began.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
      const missed = controls(box).filter((node) => !seen.includes(node) && !grouped(node) && !before(node)).map((node) => `Tab does not come to ${name(node)}`)
      const inBody = seen.filter((node) => part('b')?.contains(node) && node !== part('b'))
      const inFrame = (of, node) => { const at = seenAs(node).getBoundingClientRect(); return { top: at.top + of.scrollTop, bottom: at.bottom + of.scrollTop, left: at.left, right: at.right, node } }
      const first = inBody.indexOf(controls(part('b')).find((node) => node !== part('b')))
      const places = [...inBody.slice(Math.max(0, first)), ...inBody.slice(0, Math.max(0, first))].map((node) => inFrame(part('b'), node))
      const back = places.filter((place, at) => at > 0 && place.bottom < places[at - 1].top - 4 && place.left < places[at - 1].right - 4).map((place) => `Tab goes back up to ${name(place.node)}`)
      return [...missed.slice(0, 4), ...back.slice(0, 2)]
    },
    /** Whether there is a line to type into; it has the focus then. */
    line() {
      const line = [...box.querySelectorAll('input:not([type]), input[type=text], textarea')].find((node) => able(node) && !node.matches('[role=combobox], [role=searchbox], [readonly], .ant-picker *'))
      line?.focus()
      typed = line !== undefined
      return typed
    },
    entered() {
      const line = document.activeElement
      // A field for figures takes no word.
      typed = line.value?.trim() !== ''
      const main = [...(part('e')?.querySelectorAll('.btn.pri') ?? [])].find((node) => !node.disabled)
      if (line.tagName === 'TEXTAREA') return [...(pressed.length > 0 ? ['Enter in a longer text presses its button'] : []), ...(line.value.includes('\n') ? [] : ['Enter makes no new line'])]
      // A sheet is saved by Ctrl+S: the page beside it stays usable.
      return modal && main !== undefined && pressed.length === 0 ? [`Enter does not press ${name(main)}`] : []
    },
    state: () => ({ typed, keeps: /不会丢|没存完/u.test(part('e')?.textContent ?? '') }),
    open: () => box.isConnected && (!modal || box.open),
    after() {
      const here = document.activeElement
      return here === null || here === document.body ? ['afterwards the focus is nowhere'] : []
    },
  }
}
