import type { ScreenProps } from '../../state/routes'
import { DeputyPage } from './DeputyPage'

/** A deputy by the mandate. */
export default function DeputyScreen({ route }: ScreenProps<'deputy'>) {
  return <DeputyPage mandate={route.mandate} />
}
