/** What voters bring to the stations and to the deputies, and what became of it. */
import { textOf } from '../facts'
import { addDays } from '../rules/calendar'
import { madeVoter } from './people'
import { storyOf, type Scene } from './scene'
import type { Suggested } from './suggestions'
import { seated } from './term'
import { matterTopics } from './words'

interface Reception {
  readonly id: string
  readonly day: string
  readonly site: string
}

/** A matter as it was told, with the private sheet of who told it. */
function take(scene: Scene, day: string, reception: Reception | undefined): string {
  const { scribe, random, town, term } = scene
  const [category, topic] = random.pick(matterTopics)
  const village = random.pick(town.villages)
  const station = reception?.site ?? (town.stations.length > 0 ? random.pick(town.stations) : undefined)
  const anonymous = random.chance(0.2)
  const id = scribe.add('voter_matter', {
    channel: reception ? '1' : random.pick(['1', '1', '2', '2', '4', '5', '6']), received_on: day, deputies: [random.pick(seated(term, day)).mandate], village, category, content: `反映${topic}，希望尽快解决。`, headcount: random.between(1, 5),
    opinion: '情况属实，建议转有关单位办理。', anonymous, ...(station === undefined ? {} : { site: station }), ...(reception ? { activity: reception.id } : {}),
  })
  if (!anonymous) scribe.add('visitor', { about: id, role: '1', ...madeVoter(random), village })
  return id
}

function handle(scene: Scene, id: string, day: string): void {
  const { random, town } = scene
  const story = storyOf(scene, id, day)
  const rate = random.pick(['1', '1', '1', '2', '2', '9', '3'])
  const way = random.next()
  if (way < 0.3) {
    story.step('route', 0, (date) => ({ routed_on: date, route: '1', reply_text: '当场解释政策，群众表示理解。' }))
    story.step('inform', 1, (date) => ({ informed_on: date, visitor_rate: rate }))
  } else {
    const own = way < 0.42
    const unit = random.pick(town.units)
    story.step('route', 1, (date) => ({ routed_on: date, route: own ? '2' : '4', ...(own ? {} : { to_unit: unit, sent_on: date, due_on: addDays(date, 15) }) }))
    if (random.chance(0.1)) return
    story.step('reply', random.between(5, 18), (date) => ({ reply_on: date, reply_text: '已到现场处理完毕。' }))
    story.step('inform', 2, (date) => ({ informed_on: date, visitor_rate: rate }))
  }
  if (random.chance(0.8)) story.step('close', 2, (date) => ({ closed_on: date }))
}

/** `matters` that are taken in, a few more that are not; those that become suggestions are handed on. */
export function hearVoters(scene: Scene, receptions: readonly Reception[]): readonly Suggested[] {
  const { scribe, random, days, amounts } = scene
  const brought: Suggested[] = []
  const wanted = amounts.matters
  const dates = days.spread(random, wanted)
  const most = Math.floor(amounts.suggestions * 0.1)
  const batch = 30
  for (let from = 0; from < wanted; from += batch) {
    scribe.together(() => {
      for (const [nth, date] of dates.slice(from, from + batch).entries()) {
        const reception = receptions.length > 0 && random.chance(0.6) ? random.pick(receptions) : undefined
        const day = reception?.day ?? date
        const id = take(scene, day, reception)
        if ((from + nth) % 12 === 5 && brought.length < most) {
          scribe.act('convert', id, { date: day })
          brought.push({ id: textOf(scribe.get(id)?.fields ?? {}, 'suggestion'), raised: day, session: null })
        } else handle(scene, id, day)
      }
    })
  }
  scribe.together(() => {
    for (const day of days.spread(random, Math.max(1, Math.round(wanted * 0.05)))) {
      const id = take(scene, day, undefined)
      scribe.act('route', id, { routed_on: day, route: '8', reject_reason: random.pick(['1', '4', '5']) })
    }
  })
  return brought
}
