import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import OldLedgerScreen from '../../../renderer/screens/old-ledger/OldLedgerScreen'
import { useNavigation } from '../../../renderer/state/navigation'
import { show } from '../support/show'

it('a table taken in from a list leads back to that list, one taken in from the settings to the settings', async () => {
  const { person, unmount } = show(<OldLedgerScreen route={{ screen: 'old-ledger', type: 'suggestion', as: 'new' }} />)
  await person.click(screen.getByRole('button', { name: /代表建议 ›/u }))
  expect(useNavigation.getState().now).toMatchObject({ screen: 'list', type: 'suggestion' })
  unmount()
  const again = show(<OldLedgerScreen route={{ screen: 'old-ledger' }} />)
  await again.person.click(screen.getByRole('button', { name: /设置 ›/u }))
  expect(useNavigation.getState().now).toMatchObject({ screen: 'settings' })
})
