import type { ScreenProps } from '../../state/routes'
import { DeputyPage } from './DeputyPage'

/** The page of a mandate is the page of the deputy. */
export default function MandateScreen({ route }: ScreenProps<'record'>) {
  return <DeputyPage mandate={route.id} {...(route.step === undefined ? {} : { step: route.step })} />
}
