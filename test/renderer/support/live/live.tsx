/** The real window on the real store, with a door for scripts/gallery.mjs: any screen is opened by its route. */
import { createRoot } from 'react-dom/client'
import { declarations, recordTypes } from '../../../../shared/records'
import { App } from '../../../../renderer/App'
import { newRecord } from '../../../../renderer/records/new-record'
import { go } from '../../../../renderer/state/navigation'
import { setContrast, setTextSize } from '../../../../renderer/state/session'
import { forgetAnswers } from '../../../../renderer/state/use-query'
import { countyPictures, townPictures } from '../../../../scripts/demo/pictures'
import { setStoreState, type StoreState } from './api'

/** A level's own screens are those that the demo photographs of it. */
const screensOf = (pictures: typeof townPictures): readonly string[] => [...new Set(pictures.map(({ route }) => route.screen))]

/** Lists that a level has anything in, and those of them whose form it fills in. */
const typesOf = (level: 'town' | 'county'): readonly unknown[] =>
  recordTypes.filter((type) => level === 'town' || declarations[type].scope === 'county').map((type) => ({ type, typed: level === 'town' ? type !== 'county_order' && type !== 'file' : newRecord(type, level) !== null }))

const place = document.getElementById('root')
if (place) createRoot(place).render(<App />)

Object.assign(globalThis, {
  gallery: {
    go,
    setTextSize,
    setContrast,
    setState: (state: StoreState) => {
      setStoreState(state)
      forgetAnswers()
    },
    screens: { town: screensOf(townPictures), county: screensOf(countyPictures) },
    types: { town: typesOf('town'), county: typesOf('county') },
  },
})
