import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spaced } from '../../electron/store/search-text'
import { office } from './support/office'

test('every Han character stands alone, whatever signs are about it, as the plain rule of Unicode says', () => {
  const byRule = (text: string): string => text.normalize('NFKC').replace(/\p{Script=Han}/gu, ' $& ')
  const daily = fc.constantFrom(...'何秀兰修路Ａ１，。；（）《》“”‘’、·—…① abc-19:　\n', 'e\u0301', '㎡', '豈', '𠮷', '〇', '々', '가', 'ﬁ')
  fc.assert(fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: daily }, fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 40 }).map((parts) => parts.join('')), (text) => { expect(spaced(text)).toBe(byRule(text)) }), { numRuns: 3000 })
  for (let unit = 0; unit < 0x10000; unit++) if (spaced(String.fromCharCode(unit)) !== byRule(String.fromCharCode(unit))) throw new Error(unit.toString(16))
  expect(spaced('路，'.repeat(5000))).toBe(byRule('路，'.repeat(5000)))
})

function town() {
  const it = office()
  const term = it.put('term', { no: 19, name: '第十九届' })
  const wang = it.put('person', { name: '王建国', work_unit: '青石镇中心小学' })
  const dan = it.put('person', { name: '单𠮷祥' })
  const mandate = it.put('mandate', { person: wang.id, level: '5', term: term.id, nth: 1, cert_no: 'A-0012' })
  const unit = it.put('organisation', { name: '水利站' })
  const road = it.put('suggestion', { no: '19-3-015', title: '关于修建石桥村便民桥的建议', lead: mandate.id, host: unit.id, body: '汛期河水漫过路面，Ｗi-Fi 也中断。' })
  const lamp = it.put('suggestion', { no: '19-3-016', title: '关于安装路灯的建议', lead: mandate.id })
  return { it, wang, dan, mandate, unit, road, lamp }
}

const found = (it: ReturnType<typeof town>['it'], text: string) => it.store.search(text, 20).map((hit) => hit.title)

test('one character, a word, a phrase over word borders and several words are found', () => {
  const { it } = town()
  expect(found(it, '桥')).toEqual(['19-3-015 关于修建石桥村便民桥的建议'])
  expect(found(it, '便民')).toEqual(['19-3-015 关于修建石桥村便民桥的建议'])
  expect(found(it, '建石桥村')).toEqual(['19-3-015 关于修建石桥村便民桥的建议'])
  expect(found(it, '汛期 便民')).toEqual(['19-3-015 关于修建石桥村便民桥的建议'])
  expect(found(it, '汛期 路灯')).toEqual([])
  expect(found(it, '民便')).toEqual([])
})

test('a name typed in full comes first, then what belongs to the person', () => {
  const { it } = town()
  expect(found(it, '王建国')).toEqual(['王建国', '王建国', '19-3-016 关于安装路灯的建议', '19-3-015 关于修建石桥村便民桥的建议'])
  expect(it.store.search('王建国', 20).map((hit) => hit.type)).toEqual(['person', 'mandate', 'suggestion', 'suggestion'])
  expect(it.store.search('王建国', 1)).toHaveLength(1)
})

test('pinyin initials find names, in the middle too; a surname is read as one', () => {
  const { it } = town()
  expect(found(it, 'wjg')[0]).toBe('王建国')
  expect(found(it, 'JG')[0]).toBe('王建国')
  // A character without known reading is passed over.
  expect(found(it, 'sx')).toEqual(['单𠮷祥'])
  expect(found(it, 'slz')).toEqual(['水利站'])
})

test('numbers that people read are found whole and from their beginning', () => {
  const { it } = town()
  expect(found(it, '19-3-015')).toEqual(['19-3-015 关于修建石桥村便民桥的建议'])
  expect(found(it, '19-3-01')).toHaveLength(2)
  expect(found(it, 'A-0012')).toEqual(['王建国'])
})

test('rare characters, full-width letters and upper case are no obstacle; signs alone find nothing', () => {
  const { it } = town()
  expect(found(it, '𠮷')).toEqual(['单𠮷祥'])
  expect(found(it, 'wi-fi')).toEqual(['19-3-015 关于修建石桥村便民桥的建议'])
  for (const text of ['"', '*', '——', '', '   ', 'AND', '" OR "', 'title:x', '^']) expect(found(it, text)).toEqual([])
})

test('whoever is called otherwise is found under the new name everywhere, and no more under the old', () => {
  const { it, wang } = town()
  it.set(wang.id, { name: '王建业', former_names: [] })
  expect(found(it, '王建业')).toHaveLength(4)
  expect(found(it, '王建国')).toEqual([])
})

test('deleted records are not found, restored ones are', () => {
  const { it, lamp } = town()
  it.commit({ op: 'del', uid: lamp.id, reason: '录错' })
  expect(found(it, '路灯')).toEqual([])
  it.commit({ op: 'revert', uid: lamp.id, to: lamp.version })
  expect(found(it, '路灯')).toHaveLength(1)
})

test('a record that came before the one it names is found by that name as soon as it is here', () => {
  const { it, wang, mandate } = town()
  const other = office()
  const versions = [...it.store.exchange.headsLacking(new Uint8Array())].map(({ meta, text }) => ({ ...meta, data: text === null ? null : JSON.parse(text) as Record<string, never> }))
  const later = versions.filter((version) => version.uid === wang.id || version.uid === mandate.id)
  other.store.putVersions(versions.filter((version) => !later.includes(version)), { receivedIn: 'p' })
  expect(found(other, '王建国')).toEqual([])
  other.store.putVersions(later, { receivedIn: 'p' })
  expect(found(other, '王建国')).toHaveLength(4)
})

test('the words of a list are searched within its type', () => {
  const { it, road } = town()
  const listed = it.store.list('suggestion', { text: '王建国 桥' })
  expect(listed.ok && listed.value).toMatchObject({ rows: [{ id: road.id }], total: 1, next: null })
  const none = it.store.list('suggestion', { text: '——' })
  expect(none.ok && none.value.total).toBe(0)
})

test('many records taken in at once are found by what they show, and an older record that shows one of them by its new name', () => {
  const { it, wang } = town()
  const county = office({ role: 'county', code: '511321' })
  const take = (): void => {
    const versions = [...it.store.exchange.headsLacking(county.store.exchange.have())].map(({ meta, text }) => ({ ...meta, data: text === null ? null : JSON.parse(text) as Record<string, never> }))
    county.store.putVersions(versions, { receivedIn: 'p' })
  }
  const kinds = (text: string): readonly string[] => county.store.search(text, 1000).map(({ type }) => type).sort()
  take()
  expect(kinds('王建国')).toEqual(['mandate', 'person', 'suggestion', 'suggestion'])
  for (let n = 0; n < 600; n++) it.put('person', { name: `村民${String(n)}` })
  it.set(wang.id, { name: '王卫国' })
  take()
  expect([kinds('村民599'), kinds('王卫国'), kinds('王建国')]).toEqual([['person'], ['mandate', 'person', 'suggestion', 'suggestion'], []])
})
