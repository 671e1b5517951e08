import { expect, test } from 'vitest'
import { allScreens, pickScreen } from '../../../renderer/screens'
import type { Route } from '../../../renderer/state/routes'
import { countyPictures, townPictures } from '../../../scripts/demo/pictures'

const pictures = [...townPictures, ...countyPictures]
// The type of a picture's record is named by the route; the window then picks the screen as it does for a person.
const shown = (picture: (typeof pictures)[number]) => pickScreen(picture.route as Route, allScreens)

test('the demo photographs every screen of the window', () => {
  const taken = new Set(pictures.map(shown))
  const missing = allScreens.filter((entry) => !taken.has(entry))
  // A new screen is one more line in scripts/demo/pictures.ts.
  expect(missing.map(({ name, types }) => [name, ...(types ?? [])].join(' '))).toEqual([])
})

test('every picture names a screen that is there, and no two have the same name', () => {
  expect(pictures.filter((picture) => shown(picture) === null)).toEqual([])
  for (const list of [townPictures, countyPictures]) expect(new Set(list.map(({ name }) => name)).size).toBe(list.length)
})
