import type { ScreenProps } from '../state/routes'
import { Register } from './Register'

/** The register of one type. */
export default function ListScreen({ route }: ScreenProps<'list'>) {
  return <Register key={`${route.type} ${JSON.stringify(route.where ?? {})}`} type={route.type} {...(route.where ? { where: route.where } : {})} {...(route.text ? { text: route.text } : {})} bin={route.bin === true} />
}
