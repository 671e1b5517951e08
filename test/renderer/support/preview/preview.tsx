/** The window with canned answers, to be looked at: `#home`, or `#{"screen":"settings"}`; `?as=` picks the answers, `?size=` the text. */
import { createRoot } from 'react-dom/client'
import { App } from '../../../../renderer/App'
import { go } from '../../../../renderer/state/navigation'
import type { Route } from '../../../../renderer/state/routes'
import { openOffice, setTextSize, textSizes } from '../../../../renderer/state/session'
import AntdScope from '../../../../renderer/ui/AntdScope'
import { installApi } from '../fake-api'
import { town } from '../sample'
import { Gallery } from './gallery'
import { scenes } from './scenes'

const asked = new URLSearchParams(location.search)
installApi(scenes[asked.get('as') ?? 'town'] ?? {})
const size = textSizes.find((one) => one === asked.get('size'))
const place = document.getElementById('root')
const gallery = asked.get('as') === 'gallery'
if (place) {
  createRoot(place).render(gallery ? <AntdScope><div className="app"><span /><main className="main"><Gallery deleting={location.hash === '#delete'} /></main></div></AntdScope> : <App />)
}
if (gallery) openOffice(town)
setTimeout(() => {
  if (size) setTextSize(size)
  if (gallery) return
  const hash = decodeURIComponent(location.hash.slice(1))
  if (hash.startsWith('{')) go(JSON.parse(hash) as Route)
  else if (hash !== '') go({ screen: hash } as Route)
}, 200)
