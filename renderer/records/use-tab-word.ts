import { useLevel } from '../state/level'
import { tabWord } from './menus'

/** What the list of a type is called in this office: the orders of a city are no 县交办. */
export function useTabWord(type: string): string {
  const { own } = useLevel()
  return type === 'county_order' ? `${own}交办` : tabWord(type)
}
