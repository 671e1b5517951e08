import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { CutTitle } from '../../../renderer/ui/CutTitle'

const parts = (text: string): readonly (string | null)[] => [...render(<CutTitle text={text} />).container.querySelectorAll('.cut')].map((part) => part.textContent)

it('keeps in sight which meeting of the term it is, and what is to be done', () => {
  expect(parts('青禾镇第十九届人民代表大会第十一次会议')).toEqual(['青禾镇第十九届人民代表大会', '第十一次会议'])
  expect(parts('19-群-026 反映低保申请条件，希望尽快解决：转办后未回复群众')).toEqual(['19-群-026 反映低保申请条件，希望尽快解决', '：转办后未回复群众'])
})

it('leaves alone what is short and what says the most at its beginning', () => {
  for (const text of ['召开主席团会议：上次为8月15日', '第三次会议', '关于在竹溪村建设老年食堂、方便独居老人就餐的建议']) expect(parts(text), text).toEqual([])
})
