import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { PictureViewer } from '../../../renderer/attachments/PictureViewer'
import { show } from '../support/show'

const files = ['到会.png', '签到表.png'].map((name, at) => ({ id: `f${at}`, name, mime: 'image/png', bytes: 10, original: false, here: true }))

function Viewer() {
  const [at, setAt] = useState(0)
  return <PictureViewer files={files} at={at} onAt={setAt} onOpen={() => undefined} onClose={() => undefined} />
}

test('The arrows go on to the next picture and back, and stay at the ends', async () => {
  const { person } = show(<Viewer />, { 'file.picture': { url: null } })
  const shown = () => screen.getByRole('heading').textContent
  await person.keyboard('{ArrowRight}')
  expect(shown()).toBe('签到表.png')
  await person.keyboard('{ArrowRight}')
  expect(shown()).toBe('签到表.png')
  await person.keyboard('{ArrowLeft}')
  expect(shown()).toBe('到会.png')
})
