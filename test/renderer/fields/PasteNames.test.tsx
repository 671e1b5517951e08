import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { PasteNames } from '../../../renderer/fields/PasteNames'
import { show } from '../support/show'

it('粘贴的名单里写了几次的人只算一次，并且说是谁；名单里没有的人也说', async () => {
  const onPick = vi.fn()
  const { person } = show(<PasteNames people={[{ id: 'm1', title: '何秀兰', note: '' }, { id: 'm2', title: '丁永福', note: '' }]} onPick={onPick} onClose={() => undefined} />)
  await person.click(screen.getByRole('textbox'))
  await person.paste('何秀兰\n丁永福\n何秀兰\n何秀兰\n邵长明')
  expect(screen.getByText('认出 2 人')).toBeDefined()
  expect(screen.getByText('写了不止一次，只算一次：何秀兰')).toBeDefined()
  expect(screen.getByText('名单里没有：邵长明')).toBeDefined()
  await person.click(screen.getByRole('button', { name: '选上 2 人' }))
  expect(onPick).toHaveBeenCalledWith(['m1', 'm2'], {})
})
