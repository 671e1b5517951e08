import { expect, test } from 'vitest'
import { feetHtml, feetOf } from '../../electron/shell/feet'

test('every paper of a file is counted from 1; an empty page and one that holds the imprint alone bear no number', () => {
  const feet = feetOf([{ pages: 4, letter: false, bare: [3, 4] }, { pages: 2, letter: true, bare: [2] }, { pages: 3, letter: true, bare: [] }])
  expect(feet.map(({ number, redLine }) => (redLine ? 'line' : number))).toEqual([1, 2, null, null, 'line', null, 'line', 2, 3])
})

test('odd numbers stand right, even ones left, and a page that lies has a lying foot', () => {
  const html = feetHtml(feetOf([{ pages: 3, letter: false, bare: [] }, { pages: 1, letter: true, bare: [] }]), [[595, 842], [595, 842], [842, 595], [595, 842]])
  expect(html.match(/<div class=[^]*?<\/div>/gu)).toEqual(['<div class="f"><p>— 1 —</p></div>', '<div class="f even"><p>— 2 —</p></div>', '<div class="f lying"><p>— 3 —</p></div>', '<div class="f"><hr></div>'])
})
