import { describe, expect, it } from 'vitest'
import { fewGroups } from '../../../renderer/screens/exchange/HaveCard'
import { groupCode, judgeCode } from '../../../renderer/screens/exchange/pairing-code'
import { percentDone, sayLeft, stepAt, steps } from '../../../renderer/screens/exchange/phases'
import { nameOfDrive, placeOf } from '../../../renderer/screens/exchange/use-place'
import { makeCode } from '../../../shared/exchange/slip-code'

const at = (phase: string, done: number, total: number) => ({ kind: 'progress' as const, job: 'j', phase, done, total })

describe('The steps of making a package', () => {
  it('go from checking to pulling the stick out, and never back', () => {
    const heard = ['records', 'private', 'blobs', 'seal', 'write', 'check'].map((phase) => at(phase, 1, 2))
    expect([null, ...heard].map((progress) => steps[stepAt(progress)])).toEqual(['检查', '打包', '打包', '打包', '加密盖章', '写入 U 盘', '读回核对'])
    const percents = heard.map(percentDone)
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
    expect(percentDone(at('check', 2, 2))).toBe(100)
  })

  it('say how much is written and how long it will take, once a speed is known', () => {
    const progress = at('write', 11_744_051, 18_874_368)
    expect(sayLeft(progress, 500)).toBe('11.2 MB / 18 MB')
    expect(sayLeft(progress, 13_000)).toBe('11.2 MB / 18 MB，还要约 8 秒')
    expect(sayLeft(at('records', 5, 10), 9000)).toBe('')
  })
})

describe('The code of the slip', () => {
  const code = makeCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]))

  it('is grouped as it is typed, full-width digits too', () => {
    expect([groupCode('12345'), groupCode('１２３４５６７８９'), groupCode('1234 5678-9012 3 99')]).toEqual(['1234 5', '1234 5678 9', '1234 5678 9012 3'])
  })

  it('tells a wrong digit from a missing one', () => {
    const wrong = `${code[0] === '9' ? '8' : '9'}${code.slice(1)}`
    expect([judgeCode(code), judgeCode(code.slice(0, 9)), judgeCode(wrong)]).toEqual(['right', 'short', 'wrong'])
  })
})

describe('The stick', () => {
  const drives = [{ path: 'D:\\', label: 'D:', free_bytes: 1, removable: true }, { path: 'E:\\', label: '望川人大', free_bytes: 2, removable: true }]

  it('is the one that came last, until another or a folder is chosen', () => {
    expect(placeOf(drives, { path: null, folder: null })?.path).toBe('E:\\')
    expect(placeOf(drives, { path: 'D:\\', folder: null })?.path).toBe('D:\\')
    expect(placeOf(drives, { path: 'F:\\', folder: null })?.path).toBe('E:\\')
    expect(placeOf([], { path: 'E:\\', folder: 'C:\\上报' })).toEqual({ path: 'C:\\上报', label: 'C:\\上报', free: null })
    expect(drives.map(nameOfDrive)).toEqual(['D:', '“望川人大”（E:）'])
  })
})

describe('What the county lacks', () => {
  it('is named by its largest groups, the rest together', () => {
    const groups = ([['活动', 9, '次'], ['会议', 8, '次'], ['建议', 7, '件'], ['代表', 5, '名'], ['监督', 4, '项'], ['支出', 3, '笔']] as const).map(([label, count, unit]) => ({ label, count, unit }))
    expect(fewGroups(groups).map((group) => `${group.label}${String(group.count)}${group.unit}`)).toEqual(['活动9次', '会议8次', '建议7件', '代表5名', '其他7件'])
  })
})
