/** The real window on the real store, with a door for scripts/gallery.mjs: any screen is opened by its route. */
import { createRoot } from 'react-dom/client'
import { declarations, recordTypes } from '../../../../shared/records'
import { App } from '../../../../renderer/App'
import { allScreens } from '../../../../renderer/screens'
import { go } from '../../../../renderer/state/navigation'
import { setContrast, setTextSize } from '../../../../renderer/state/session'
import { forgetAnswers } from '../../../../renderer/state/use-query'
import { setStoreState, type StoreState } from './api'

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
    screens: [...new Set(allScreens.map((screen) => screen.name))],
    types: recordTypes.map((type) => ({ type, label: declarations[type].label, steps: declarations[type].firstStatus !== undefined })),
  },
})
