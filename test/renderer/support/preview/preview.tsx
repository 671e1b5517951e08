/** The window with canned answers, to be looked at: `#home`, or `#{"screen":"settings"}`; `?as=` picks the answers, `?size=` the text. */
import { createRoot } from 'react-dom/client'
import { App } from '../../../../renderer/App'
import { go } from '../../../../renderer/state/navigation'
import type { Route } from '../../../../renderer/state/routes'
import { setTextSize, textSizes } from '../../../../renderer/state/session'
import { installApi } from '../fake-api'
import { scenes } from './scenes'

const asked = new URLSearchParams(location.search)
installApi(scenes[asked.get('as') ?? 'town'] ?? {})
const size = textSizes.find((one) => one === asked.get('size'))
const place = document.getElementById('root')
if (place) createRoot(place).render(<App />)
setTimeout(() => {
  if (size) setTextSize(size)
  const hash = decodeURIComponent(location.hash.slice(1))
  if (hash.startsWith('{')) go(JSON.parse(hash) as Route)
  else if (hash !== '') go({ screen: hash } as Route)
}, 200)
