import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import LicencesScreen from '../../renderer/screens/licences/LicencesScreen'
import { townAnswers } from './support/sample'
import { show } from './support/show'

afterEach(() => { vi.unstubAllGlobals() })

it('the programs of others are listed with their licences and texts', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([{ name: 'react', version: '19.3.1', licence: 'MIT', text: 'MIT License' }, { name: 'buffers', version: '0.1.1', licence: '', text: '' }])))
  show(<LicencesScreen />, townAnswers)
  expect(await screen.findByText('react')).toBeTruthy()
  expect([screen.getByText('MIT License').tagName, screen.getByText('包内没有注明').tagName]).toEqual(['PRE', 'SPAN'])
})

it('a list that is missing is said', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 404 })))
  show(<LicencesScreen />, townAnswers)
  expect(await screen.findByText('没有找到许可清单')).toBeTruthy()
})
