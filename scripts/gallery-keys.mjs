// What a keyboard cannot do on the screen that is shown: Tab goes through it from the top; what it never comes to, what shows no ring when it
// is there, and what looks as if it could be pressed and cannot be reached at all.

const most = 160

/** Lines such as `not reached: button.btn "打印"`. */
export async function unreached(page) {
  await page.evaluate(begin)
  const unringed = new Set()
  for (let at = 0; at < most; at++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => globalThis.walk.step())
    if (here === 'round') break
    if (here !== '') unringed.add(here)
  }
  return [...[...unringed].map((one) => `no ring: ${one}`), ...(await page.evaluate(() => globalThis.walk.end()))]
}

/** In the page. */
function begin() {
  const name = (node) => `${node.tagName.toLowerCase()}${[...node.classList].map((one) => `.${one}`).join('')} "${(node.getAttribute('aria-label') ?? node.textContent ?? '').trim().slice(0, 20)}"`
  const shown = (node) => node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && node.getBoundingClientRect().width > 1
  const able = (node) => node.tabIndex >= 0 && !node.disabled && node.closest('[inert], nav[aria-label="主导航"]') === null
  const wanted = [...document.querySelectorAll('button, a[href], input, select, textarea, summary, [tabindex]')].filter((node) => able(node) && shown(node))
  const seen = new Set()
  let first = null
  document.activeElement?.blur()
  const ringed = (node) => [node, node.parentElement, node.closest('label'), node.closest('li, .ant-select, .ant-picker, .find')].some((one) => {
    if (one === null) return false
    const style = getComputedStyle(one)
    return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || (style.boxShadow !== 'none' && style.boxShadow.includes('0px 0px 0px'))
  })
  // A row that opens by a click anywhere has its own button within.
  globalThis.walk = {
    step() {
      const node = document.activeElement
      if (node === null || node === document.body) return ''
      if (first === null) first = node
      else if (node === first) return 'round'
      seen.add(node)
      return ringed(node) ? '' : name(node)
    },
    end() {
      const cut = seen.size >= 150
      const group = (node) => node.type === 'radio' && [...seen].some((one) => one.type === 'radio' && one.name === node.name)
      const missed = cut ? [] : wanted.filter((node) => node.isConnected && shown(node) && !seen.has(node) && !group(node)).map((node) => `not reached: ${name(node)}`)
      const lookLikeButtons = [...document.querySelectorAll('.body *')].filter((node) => getComputedStyle(node).cursor === 'pointer' && shown(node) && node.querySelector('button, a') === null && (node.closest('tr')?.querySelector('button, a') ?? null) === null && node.closest('button, a, label, summary, input, select, textarea, [tabindex], .ant-select, .ant-picker') === null)
      const outermost = lookLikeButtons.filter((node) => !lookLikeButtons.includes(node.parentElement)).map((node) => `for the mouse alone: ${name(node)}`)
      return [...new Set([...missed, ...outermost])].slice(0, 12)
    },
  }
}
