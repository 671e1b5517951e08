import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { FilterSelect } from '../../../renderer/records/FilterSelect'
import AntdScope from '../../../renderer/ui/AntdScope'
import KeptStyles from '../../../renderer/ui/KeptStyles'
import { prepare } from '../support/show'

const styles = (): readonly Element[] => [...document.querySelectorAll('style')]
const list = () => <AntdScope><FilterSelect label="小组" options={[]} value="" onChange={() => undefined} /></AntdScope>

test('the first list of a day makes no styles, nor does the next one after a visit home', () => {
  prepare()
  render(<KeptStyles />)
  const ready = styles()
  expect(ready.length).toBeGreaterThan(0)
  for (let visit = 0; visit < 2; visit++) {
    const shown = render(list())
    expect(screen.getByRole('combobox', { name: '小组' })).toBeDefined()
    expect(styles()).toEqual(ready)
    shown.unmount()
  }
})

test('what keeps the styles is seen by nobody, nor read out', () => {
  prepare()
  render(<KeptStyles />)
  expect(screen.queryAllByRole('combobox')).toEqual([])
})
