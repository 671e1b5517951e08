// What does not fit on the screen that is shown: words that leave their box or the window, and words that are cut off without a dot to say so.
// Runs within the page; answers lines such as `button.btn "上报到 U 盘": 12 px out of .card`.

/** In the page: every visible element with words of its own. */
export function unfit() {
  const seen = []
  const name = (node) => `${node.tagName.toLowerCase()}${[...node.classList].map((one) => `.${one}`).join('')}`
  const wordsOf = (node) => [...node.childNodes].filter((one) => one.nodeType === 3).map((one) => one.textContent.trim()).join('').slice(0, 24)
  /** Of its own words, not of what stands among them for a screen reader alone. */
  const placeOf = (node) => {
    const places = [...node.childNodes].filter((one) => one.nodeType === 3 && one.textContent.trim() !== '').map((one) => {
      const range = document.createRange()
      range.selectNode(one)
      return range.getBoundingClientRect()
    })
    const most = (how, side) => how(...places.map((one) => one[side]))
    return { left: most(Math.min, 'left'), right: most(Math.max, 'right'), top: most(Math.min, 'top'), bottom: most(Math.max, 'bottom') }
  }
  const say = (node, what) => seen.push(`${name(node)} "${wordsOf(node)}": ${what}`)
  /** The window, or whatever scrolls around it: there it can be reached. */
  const scrolls = (style) => /auto|scroll/u.test(`${style.overflowX} ${style.overflow}`)
  for (const node of document.body.querySelectorAll('*')) {
    if (wordsOf(node) === '' || node.closest('svg, canvas, option, pre, .unseen, [hidden]') !== null) continue
    const words = placeOf(node)
    if (words.right <= words.left || words.bottom <= words.top) continue
    const own = getComputedStyle(node)
    if (own.visibility === 'hidden' || own.opacity === '0') continue
    let reachable = false
    for (let box = node; box !== null && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (style.display === 'inline' || style.display === 'contents') continue
      const edge = box.getBoundingClientRect()
      if (style.position === 'absolute' && edge.width <= 1) break
      const out = Math.max(words.right - edge.right, edge.left - words.left)
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none' || scrolls(style)) {
        reachable = true
        break
      }
      const low = words.bottom - edge.bottom
      if (style.overflowX === 'hidden' && (out > 1 || low > 4)) {
        say(node, `cut off by ${String(Math.round(Math.max(out, low)))} px in ${name(box)}`)
        break
      }
      if (out > 1.5 && edge.width > 0) {
        say(node, `${String(Math.round(out))} px out of ${name(box)}`)
        break
      }
      // What is placed by hand may hang over an edge on purpose.
      if (style.position === 'fixed' || style.position === 'absolute') break
    }
    if (!reachable && words.left < innerWidth && words.right > innerWidth + 1 && ![...ancestors(node)].some((one) => scrolls(getComputedStyle(one)))) say(node, 'out of the window')
  }
  function* ancestors(node) {
    for (let one = node.parentElement; one !== null && one !== document.body; one = one.parentElement) yield one
  }
  return [...new Set(seen)]
}
