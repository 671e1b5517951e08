import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useNavigation } from '../../../renderer/state/navigation'
import { SearchBox } from '../../../renderer/ui/SearchBox'
import { show } from '../support/show'

const hits = [
  { id: 's1', type: 'suggestion', title: '19-5-003 关于增设垃圾清运点的建议', note: '办理中' },
  { id: 'p1', type: 'person', title: '何秀兰', note: '石桥村' },
]

const box = () => show(<SearchBox placeholder="找代表、建议、文件…" />, { 'search.all': { hits } })

describe('Searching from the head of any page', () => {
  it('opens what Enter chooses, from the keyboard alone', async () => {
    const { person } = box()
    await person.type(screen.getByRole('combobox'), '秀兰')
    await screen.findByText('何秀兰')
    await person.keyboard('{ArrowDown}{Enter}')
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'p1', type: 'person' })
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('')
  })

  it('waits for the characters to stand and leaves Enter to the input method until then', async () => {
    const { api } = box()
    const input = screen.getByRole<HTMLInputElement>('combobox')
    fireEvent.focus(input)
    fireEvent.compositionStart(input)
    fireEvent.input(input, { target: { value: 'xiulan' }, isComposing: true })
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
    await new Promise((done) => setTimeout(done, 250))
    expect([input.value, api.of('search.all')]).toEqual(['xiulan', []])
    fireEvent.input(input, { target: { value: '秀兰' } })
    fireEvent.compositionEnd(input)
    await waitFor(() => expect(api.of('search.all')).toEqual([{ text: '秀兰', limit: 20 }]))
    expect(useNavigation.getState().now).toEqual({ screen: 'home' })
  })

  it('says what to try when nothing is found', async () => {
    const { person, api } = box()
    api.set('search.all', { hits: [] })
    await person.type(screen.getByRole('combobox'), '没有的人')
    expect(await screen.findByText(/没有找到“没有的人”/u)).toBeTruthy()
  })
})
