/** Activities of deputies: groups, visits, help, receptions at the stations, training. */
import { addParticipants, participants, type Scene } from './scene'
import { seated, type Deputy } from './term'
import { activityTopics, villageNames } from './words'

const reception = '09'
const visit = '08'

export function holdActivities(scene: Scene): void {
  const { scribe, random, term, days, amounts } = scene
  const dates = days.spread(random, amounts.activities)
  const batch = 10
  for (let from = 0; from < dates.length; from += batch) {
    scribe.together(() => {
      for (const day of dates.slice(from, from + batch)) {
        const [kind, title] = random.pick(activityTopics)
        const group = kind === '07' ? random.pick(term.groups) : undefined
        const here = seated(term, day)
        const deputies: readonly Deputy[] = group ? group.members.filter((one) => here.includes(one)) : random.some(here, random.between(6, 18))
        const id = scribe.add('activity', {
          kind, title, content: `${title}，听取意见，形成记录。`, organizer: group ? '代表小组' : '主席团', place: random.pick(villageNames), linkage: random.chance(0.15) ? '2' : '1', outcome: '收集意见若干条，已分类交办。',
          ...(group ? { group: group.id } : {}), ...(kind === visit ? { voters_met: random.between(8, 60) } : {}),
        })
        scribe.act('hold', id, { start_on: day, half_days: random.pick([1, 1, 2]), participants: participants(random, deputies) })
      }
    })
  }
  scribe.together(() => {
    const planned = scribe.add('activity', { kind: '07', title: '参观乡村振兴示范点', content: '原定外出学习。', organizer: '主席团', place: random.pick(villageNames) })
    scribe.act('cancel', planned, { event_on: days.last, cancel_reason: '遇强降雨，取消' })
  })
}

/** Receptions of voters at the stations: `receptions` of them, and nothing else of the sample takes place at a station. */
export function receiveVoters(scene: Scene): readonly { readonly id: string; readonly day: string; readonly site: string }[] {
  const { scribe, random, town, term, days, amounts } = scene
  const dates = days.spread(random, town.stations.length === 0 ? 0 : amounts.receptions)
  const held: { readonly id: string; readonly day: string; readonly site: string }[] = []
  const batch = 30
  for (let from = 0; from < dates.length; from += batch) {
    scribe.together(() => {
      for (const day of dates.slice(from, from + batch)) {
        const site = random.pick(town.stations)
        const id = scribe.add('activity', { kind: reception, title: '代表接待日', content: '接待选民，听取意见。', organizer: '代表联络站', place: '联络站接待室', site, voters_met: random.between(2, 15) })
        scribe.act('hold', id, { start_on: day, participants: participants(random, random.some(seated(term, day), random.between(2, 4))) })
        held.push({ id, day, site })
      }
    })
  }
  return held
}

export function train(scene: Scene): void {
  const { scribe, random, term, days, amounts } = scene
  for (const [at, day] of days.spread(random, amounts.trainings).entries()) {
    const id = scribe.add('training', { kind: at === 0 ? '2' : '1', title: at === 0 ? '代表法学习培训' : '代表履职能力提升班', start_on: day, half_days: 2, systematic: true, place: '镇会议室', teacher: '县人大代工委' })
    addParticipants(scribe, id, participants(random, random.some(seated(term, day), Math.ceil(term.deputies.length * (at === 0 ? 0.85 : 0.2)))))
  }
}
