import type { ScreenProps } from '../state/routes'
import { firstType, type HubKey } from './menus'
import ListScreen from './ListScreen'

/** An item of the rail: the first list of its hub. */
export default function HubScreen({ route }: ScreenProps<Exclude<HubKey, 'deputies' | 'settings' | 'sites' | 'suggestions'>>) {
  return <ListScreen route={{ screen: 'list', type: firstType(route.screen) }} />
}
