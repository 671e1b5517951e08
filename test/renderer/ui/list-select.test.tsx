import { readdirSync, readFileSync } from 'node:fs'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { FilterSelect } from '../../../renderer/records/FilterSelect'
import { ListSelect } from '../../../renderer/ui/ListSelect'
import { show } from '../support/show'

const people = [['a', '周维安'], ['b', '何秀兰'], ['c', '陈国梁']].map(([value = '', label = '']) => ({ value, label }))

/** A press as a browser gives it: the list reads `which`. */
const press = (label: string, key: 'Tab' | 'Enter' | 'ArrowDown'): void => {
  const which = { Tab: 9, Enter: 13, ArrowDown: 40 }[key]
  fireEvent.keyDown(screen.getByRole('combobox', { name: label }), { key, code: key, keyCode: which, which })
}
const marked = (label: string) => waitFor(() => expect(document.querySelector('.ant-select-item-option-active')?.textContent).toBe(label))

function Lead({ search }: { readonly search: boolean }) {
  const [value, setValue] = useState<string | null>(null)
  return (
    <>
      <ListSelect aria-label="领衔代表" options={people} value={value} onChange={setValue} {...(search ? { showSearch: { optionFilterProp: 'label' } } : {})} />
      <button type="button">保存</button>
      <p role="note">{value ?? '没有选'}</p>
    </>
  )
}

it.each([true, false])('Tab leaves an open list and takes nobody (searched: %s)', async (search) => {
  const { person } = show(<Lead search={search} />)
  await person.click(screen.getByRole('combobox', { name: '领衔代表' }))
  press('领衔代表', 'ArrowDown')
  await marked('何秀兰')
  press('领衔代表', 'Tab')
  expect(screen.getByRole('note').textContent).toBe('没有选')
  expect(screen.getByRole('combobox', { name: '领衔代表' }).getAttribute('aria-expanded')).toBe('false')
})

it('what was looked for by typing is taken with Tab, and Enter takes what is marked', async () => {
  const { person } = show(<Lead search />)
  await person.click(screen.getByRole('combobox', { name: '领衔代表' }))
  await person.keyboard('秀')
  await marked('何秀兰')
  press('领衔代表', 'Tab')
  expect(screen.getByRole('note').textContent).toBe('b')
  await person.click(screen.getByRole('combobox', { name: '领衔代表' }))
  press('领衔代表', 'ArrowDown')
  await marked('陈国梁')
  press('领衔代表', 'Enter')
  expect(screen.getByRole('note').textContent).toBe('c')
})

it('a filter that was only looked at stays as it was', async () => {
  function Filter() {
    const [value, setValue] = useState('')
    return <><FilterSelect label="状态" options={people} value={value} onChange={setValue} /><p role="note">{value === '' ? '全部' : value}</p></>
  }
  const { person } = show(<Filter />)
  await person.click(screen.getByRole('combobox', { name: '状态' }))
  press('状态', 'ArrowDown')
  await marked('周维安')
  press('状态', 'Tab')
  expect(screen.getByRole('note').textContent).toBe('全部')
})

it('no screen has a list of its own beside it', () => {
  const raw = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx')).filter((path) => {
    const named = [...readFileSync(`renderer/${path}`, 'utf8').matchAll(/import \{([^}]*)\} from 'antd'/gu)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    return named.some((name) => /^(?:Select|AutoComplete|Cascader|TreeSelect|Mentions)\b/u.test(name))
  }).map((path) => path.replaceAll('\\', '/'))
  // KeptStyles shows nothing: it keeps the styles of a list in the page.
  expect(raw.sort()).toEqual(['ui/KeptStyles.tsx', 'ui/ListSelect.tsx'])
})
