import { expect, it } from 'vitest'
import { chineseValue } from '../../shared/parse/chinese-value'
import { naturally } from '../../shared/parse/natural-order'

it.each([['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['三十五', 35], ['一百零五', 105], ['一百一十', 110], ['二〇', 20], ['十十', null], ['', null]])('%s is %s', (numerals, value) => {
  expect(chineseValue(numerals)).toBe(value)
})

it('numbered names stand as they are counted', () => {
  const sorted = (...names: readonly string[]) => [...names].sort(naturally)
  expect(sorted('10', '1', '2', '11')).toEqual(['1', '2', '10', '11'])
  expect(sorted('第10选区', '第2选区', '第1选区')).toEqual(['第1选区', '第2选区', '第10选区'])
  expect(sorted('第十选区', '第二选区', '第一选区', '第十二选区', '第九选区')).toEqual(['第一选区', '第二选区', '第九选区', '第十选区', '第十二选区'])
  expect(sorted('清溪镇人大〔2025〕10号', '清溪镇人大〔2025〕9号', '清溪镇人大〔2024〕30号')).toEqual(['清溪镇人大〔2024〕30号', '清溪镇人大〔2025〕9号', '清溪镇人大〔2025〕10号'])
  expect(sorted('十组', '二组', '一组')).toEqual(['一组', '二组', '十组'])
})

it('people stand by the sound of their names, and a name that begins like a numeral is a name', () => {
  expect([...['张三', '李四', '安一', '万十里']].sort(naturally)).toEqual(['安一', '李四', '万十里', '张三'])
})
