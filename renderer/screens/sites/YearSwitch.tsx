import { Segmented } from '../../ui/Segmented'
import { chooseYear, recentYears } from './years'

/** Which year's work is shown. */
export function YearSwitch({ year, today }: { readonly year: string; readonly today: string }) {
  return <Segmented label="年度" options={recentYears(today).map((one) => ({ value: one, label: `${one}年` }))} value={year} onChange={chooseYear} />
}
