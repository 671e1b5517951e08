import './debriefs.css'
import { intOf, textOf } from '../../../shared/facts'
import { percent } from '../../../shared/measures/indicator'
import type { Rec } from '../../../shared/record'
import { mostlyDissatisfied, ratingCount } from '../../../shared/records/rating-count'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { ballots } from './tally'
import { TallyCheck } from './TallyCheck'

/** One rating: the four opinions as bars that print in grey, the rate with its numbers. */
export function RatingResult({ rating }: { readonly rating: Rec }) {
  const { fields } = rating
  const { opinions } = ratingCount(fields)
  const happy = (intOf(fields, 'satisfied') ?? 0) + (intOf(fields, 'basically') ?? 0)
  const rate = percent(happy, opinions)
  const round = intOf(fields, 'round') ?? 1
  return (
    <div className="rating-result">
      <div className="row">
        <b>{[textOf(fields, 'aspect'), round > 1 ? `第 ${round} 轮` : ''].filter(Boolean).join(' · ')}</b>
        <span className="mut">{sayDate(textOf(fields, 'rated_on'))}</span>
        <span className="grow" />
        {mostlyDissatisfied(fields) ? <Status tone="late">不满意过半</Status> : rate !== null && <Status tone="done">{`满意率 ${rate.toFixed(1)}%`}</Status>}
      </div>
      <ul className="rating-bars" aria-label="票数">
        {ballots.filter(({ key }) => key !== 'invalid' || (intOf(fields, key) ?? 0) > 0).map(({ key, word }) => {
          const count = intOf(fields, key) ?? 0
          return (
            <li key={key} className={key}>
              <span>{word}</span>
              <span className="track"><i style={{ width: `${opinions === 0 ? 0 : Math.min(100, (count / opinions) * 100)}%` }} /></span>
              <b>{`${count} 票`}</b>
            </li>
          )
        })}
      </ul>
      {rate !== null && <p className="sm mut">{`满意率＝（满意＋基本满意）${happy} ÷ 四项合计 ${opinions}`}</p>}
      {intOf(fields, 'collected') !== null && <TallyCheck data={fields} />}
    </div>
  )
}
