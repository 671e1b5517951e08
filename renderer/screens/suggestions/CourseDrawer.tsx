import type { Moment, Timeline } from '../../../shared/suggestions/timeline'
import { go } from '../../state/navigation'
import { Drawer } from '../../ui/Drawer'
import { RuleTag } from '../../ui/RuleTag'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { sayTerm, toneOfTerm } from './stage-words'

interface CourseDrawerProps {
  readonly timeline: Timeline
  readonly nameOf: (id: string) => string
  readonly onClose: () => void
}

/** Every single thing that happened, with who, when and by what rule; then what is to come. */
export function CourseDrawer({ timeline, nameOf, onClose }: CourseDrawerProps) {
  const rounds = [...new Set(timeline.past.map((one) => one.round))].sort((a, b) => a - b)
  return (
    <Drawer title={`办理经过，共 ${timeline.past.length} 条`} width={620} onClose={onClose}>
      <div className="sug-course">
        {rounds.map((no) => (
          <section key={no} aria-label={`第 ${no} 轮`}>
            {rounds.length > 1 && <h3>{`第 ${no} 轮`}</h3>}
            <ol>{timeline.past.filter((one) => one.round === no).map((one) => <MomentRow key={one.key} moment={one} nameOf={nameOf} />)}</ol>
          </section>
        ))}
        {timeline.ahead.length > 0 && (
          <section aria-label="接下来">
            <h3>接下来</h3>
            <ol>{timeline.ahead.map((one) => <MomentRow key={one.key} moment={one} nameOf={nameOf} />)}</ol>
          </section>
        )}
      </div>
    </Drawer>
  )
}

function termWords({ on, term }: Moment): string {
  if (term === null) return ''
  if (on === null) return sayTerm(term)
  return term.days < 0 ? `逾期 ${-term.days} 天` : '按期'
}

function MomentRow({ moment, nameOf }: { readonly moment: Moment; readonly nameOf: (id: string) => string }) {
  const { on, label, who, names, said, text, term, by, record } = moment
  const people = [...who.map(nameOf), ...(names === '' ? [] : [names])].join('、')
  const tone = term === null ? null : on === null ? toneOfTerm(term) : term.days < 0 ? 'late' : 'done'
  return (
    <li className={on === null ? 'ahead' : undefined}>
      <div className="row">
        <span className="sug-day">{on === null ? (term === null ? '—' : `${sayDate(term.due_on)}前`) : sayDate(on)}</span>
        {record === null ? <b>{label}</b> : <button type="button" className="link" onClick={() => go({ screen: 'record', ...record })}>{label}</button>}
        <span className="grow cut" title={people}>{people}</span>
        {tone !== null && <Status tone={tone} quiet={tone === 'done'}>{termWords(moment)}</Status>}
        {by !== '' && <span className="sm mut nw">{`${by} 登记`}</span>}
      </div>
      {said !== '' && <div className="sug-said">{said}</div>}
      {text !== '' && <div className="sug-said prose">{text}</div>}
      {term !== null && <div className="sug-said"><RuleTag who={term.who}>{[term.source, term.note].filter(Boolean).join('；')}</RuleTag></div>}
    </li>
  )
}
