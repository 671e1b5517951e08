/** The window: what state the store is in decides between first set-up, unlocking, rescue and work. */
import { useEffect, useLayoutEffect, useMemo } from 'react'
import { fail } from '../shared/result'
import type { OfficeInfo } from '../shared/contract/office'
import { onEvent } from './api'
import { preloadScreen, screenFor, sectionOf } from './screens'
import { RescueScreen } from './screens/rescue/RescueScreen'
import { MovedDoor } from './screens/unlock/MovedDoor'
import { PracticeDoor } from './screens/unlock/PracticeDoor'
import { UnlockScreen } from './screens/unlock/UnlockScreen'
import { KeptStyles, useScreensAhead } from './screens/when-idle'
import { back, forward, go, resetNavigation, useNavigation, useRoute } from './state/navigation'
import { resetNotices } from './state/notices'
import { forgetTitles } from './state/titles'
import { useHandedFile } from './state/handed-file'
import { useIdleLock } from './state/idle-lock'
import { useOpenedFromOutside } from './state/opened-from-outside'
import { forgetAnswers } from './state/use-query'
import { useBadges } from './state/use-badges'
import { levelOf } from './state/level'
import { entriesOf } from './state/quick-entries'
import { useKeys, type KeyMap } from './state/use-keys'
import { noteLocked, readOffice, stepTextSize, useSession } from './state/session'
import { menuOfType } from './state/type-words'
import { AppFrame } from './ui/AppFrame'
import { loadedAhead } from './ui/loaded-ahead'
import { RecordDoor } from './ui/RecordDoor'
import { ScreenGuard } from './ui/ScreenGuard'
import { WhyHost } from './why/WhyHost'

const { Shown: SetupScreen } = loadedAhead(() => import('./screens/setup/SetupScreen'))

export function App() {
  const phase = useSession((state) => state.phase)
  const office = useSession((state) => state.office)
  const failure = useSession((state) => state.failure)
  const practice = useSession((state) => state.practice)

  // Before the first painting, not after it: the store answers meanwhile.
  useLayoutEffect(() => {
    void readOffice()
    return onEvent((event) => {
      if (event.kind !== 'locked') return
      forgetAnswers()
      forgetTitles()
      // A notice names people and records: it is not read at a locked door.
      resetNotices()
      noteLocked(event.why)
    })
  }, [])
  // Home follows the password: it is loaded while that is typed.
  useEffect(() => { if (phase === 'locked') preloadScreen('home') }, [phase])
  useIdleLock()
  useKeys({ 'Ctrl+=': () => stepTextSize(1), 'Ctrl++': () => stepTextSize(1), 'Ctrl+-': () => stepTextSize(-1) })

  if (phase === 'open' && office?.moved !== undefined) return <MovedDoor moved={office.moved} />
  if (phase === 'open' && office !== null) return <Work office={office} />
  if (practice && phase !== 'loading') return <PracticeDoor />
  if (phase === 'new') return <SetupScreen />
  if (phase === 'locked') return <UnlockScreen />
  if (phase === 'failed') return <RescueScreen failure={failure ?? fail('internal')} />
  return null
}

// Alt+1 …: the entries, from anywhere, in the order in which they stand on the home page.
const keysOf = ({ role, code, county_first: none }: OfficeInfo): KeyMap => none === true ? {} : Object.fromEntries(entriesOf(role, levelOf(code).each).map(({ route }, index) => [`Alt+${String(index + 1)}`, () => go(route)]))

function Work({ office }: { readonly office: OfficeInfo }) {
  const route = useRoute()
  const place = useNavigation((state) => state.past.length)
  const badges = useBadges(office.role, menuOfType)
  useEffect(() => resetNavigation, [])
  useOpenedFromOutside()
  const rested = useScreensAhead(office.role)
  useKeys({ 'Alt+ArrowLeft': back, 'Alt+ArrowRight': forward, 'Ctrl+f': focusSearch, '/': focusSearch, 'Alt+h': () => go({ screen: 'home' }), F1: () => go({ screen: 'help' }) })
  useKeys(useMemo(() => keysOf(office), [office]))
  useHandedFile(office.role)

  const entry = screenFor(route)
  const needsType = route.screen === 'record' && route.type === undefined
  const key = `${place} ${JSON.stringify(route)}`
  return (
    <AppFrame office={office} at={sectionOf(route, entry)} badges={badges}>
      <ScreenGuard key={key} missing={entry === null && !needsType}>
        {needsType && <RecordDoor route={route} />}
        {!needsType && entry !== null && <entry.Screen route={route} />}
      </ScreenGuard>
      <WhyHost key={`why ${key}`} />
      {rested && <KeptStyles />}
    </AppFrame>
  )
}

// A screen that takes 搜索 for itself has its own element with this id; else the head's box.
function focusSearch(event: KeyboardEvent): void {
  const target = event.target
  const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  if (event.key === '/' && typing) return
  document.getElementById('find')?.focus()
}
