import { createRoot } from 'react-dom/client'
import { App } from './App'
import { setTextSize, useSession } from './state/session'

setTextSize(useSession.getState().size)
const place = document.getElementById('root')
if (place) createRoot(place).render(<App />)
