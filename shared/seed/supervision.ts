/** Supervision of all forms: participants, findings and their correction, ratings, written opinions and what followed. */
import { addDays } from '../rules/calendar'
import type { Meeting } from './meetings'
import { addParticipants, marks, participants, storyOf, type Scene } from './scene'
import { seated } from './term'
import { laws, measures, problems, supervisionTopics, villageNames } from './words'

const inspectionForms = ['03', '04', '02'] as const
const otherForms = ['01', '08', '10', '11', '05', '12', '09'] as const

function correct(scene: Scene, supervision: string, no: number, day: string, unit: string): void {
  const { scribe, random, term } = scene
  const at = random.between(0, problems.length - 1)
  const id = scribe.add('finding', { supervision, no, problem: problems[at] ?? problems[0], unit })
  const story = storyOf(scene, id, day)
  story.step('hand_over', 4, (date) => ({ date, due_on: addDays(date, 60), measure: measures[at] ?? measures[0] }))
  if (random.chance(0.15)) return
  story.step('rectify', random.between(15, 40), (date) => ({ done_on: date, done_note: '已整改到位。' }))
  if (random.chance(0.12)) {
    story.step('return', 6, (date) => ({ verified_on: date, verified_by: term.chair.name, return_reason: '现场查看仍有遗留。' }))
    story.step('rectify', 12, (date) => ({ done_on: date, done_note: '遗留问题已处理。' }))
  }
  story.step('accept', 6, (date) => ({ verified_on: date, verified_by: term.chair.name }))
}

function opine(scene: Scene, source: string, topic: string, day: string, unit: string): void {
  const { scribe, random, term } = scene
  const sent = scene.days.after(day, 10)
  if (sent === null) return
  const id = scribe.add('follow_up', { source, title: `关于${topic}的审议意见`, content: '健全机制，补齐短板，限期整改。' })
  const story = storyOf(scene, id, sent)
  story.step('send', 0, (date) => ({ sent_on: date, target: unit, due_on: addDays(date, 60) }))
  story.step('progress', 20, (date) => ({ date, text: '已制定整改方案。' }))
  if (random.chance(0.2)) story.step('urge', 5, (date) => ({ date, mode: '1', text: '请加快进度。', by_whom: term.chair.name }))
  if (random.chance(0.15)) story.step('extend', 5, (date) => ({ date, extended_due_on: addDays(date, 90), extend_reason: '需要申请资金' }))
  story.step('answer', 25, (date) => ({ reply_on: date, reply_text: '审议意见提出的问题已整改。' }))
  story.step('verify', 6, (date) => ({ verified_on: date, verified_by: term.chair.name }))
  story.step('close', 4, (date) => ({ closed_on: date, evaluation: random.chance(0.85) ? '1' : '2' }))
}

function supervise(scene: Scene, form: string, day: string, plan: string | undefined): void {
  const { scribe, random, term, town } = scene
  const [field, topic] = random.pick(supervisionTopics)
  const unit = random.pick(town.units)
  const deputies = random.some(seated(term, day), random.between(6, 12))
  const id = scribe.add('supervision', {
    form, topic: form === '10' ? '预算执行情况' : `${topic}情况`, field: form === '10' ? '15' : field, linkage: random.chance(0.2) ? '2' : '1', focus: random.chance(0.15), targets: [unit], place: random.pick(villageNames),
    leaders: deputies.slice(0, 1).map((one) => one.mandate), process: '实地查看，听取汇报，座谈交流。', ...(plan === undefined ? {} : { plan_ref: plan }), ...(form === '02' ? { laws: random.some(laws, 1).map((name) => ({ name })) } : {}),
    ...(form === '09' ? { persons: [{ name: '分管副镇长', post: '副镇长' }] } : {}),
  })
  const story = storyOf(scene, id, day)
  story.step('start', 0, (date) => ({ start_on: date, end_on: date }))
  addParticipants(scribe, id, participants(random, deputies))
  const found = random.chance(0.6) ? random.between(1, 3) : 0
  for (let no = 1; no <= found; no++) correct(scene, id, no, day, unit)
  if (form === '01' || form === '08' || form === '12') story.step('rate', 0, (date) => ({ rated_on: date, aspect: '总体', ...marks(random, random.between(30, 55)) }))
  story.step('report', 7, (date) => ({ report_on: date }))
  if (found === 0) {
    story.step('close', 6, (date) => ({ closed_on: date, deputy_feedback_on: date }))
    return
  }
  story.step('forward', 3, (date) => ({ forward_on: date, forward_to: [unit] }))
  if (random.chance(0.5)) opine(scene, id, topic, day, unit)
  if (random.chance(0.1)) return
  story.step('answer', random.between(30, 70), (date) => ({ feedback_on: date, feedback_text: '整改情况已书面报告。' }))
  story.step('rate', 5, (date) => ({ rated_on: date, aspect: '整改', ...marks(random, random.between(30, 55)) }))
  story.step('close', 3, (date) => ({ closed_on: date, deputy_feedback_on: date }))
  if (random.chance(0.4)) story.step('archive', 30, (date) => ({ archived_on: date }))
}

/** `plans`: items of the supervision plan, each carried out by one matter. */
export function watchOver(scene: Scene, plans: readonly string[], meetings: readonly Meeting[]): void {
  const { scribe, random, days, amounts } = scene
  const total = amounts.inspections + amounts.otherSupervision
  const dates = days.spread(random, total)
  // Inspections and the others take turns, so that both fill the year.
  const turn = (at: number): number => Math.floor(((at + 1) * amounts.inspections) / total)
  const batch = 10
  for (let from = 0; from < total; from += batch) {
    scribe.together(() => {
      for (let at = from; at < Math.min(from + batch, total); at++) {
        const inspection = turn(at) > turn(at - 1)
        const form = inspection ? inspectionForms[turn(at) % inspectionForms.length] : otherForms[(at - turn(at)) % otherForms.length]
        supervise(scene, form ?? '03', dates[at] ?? days.last, plans[at])
      }
    })
  }
  scribe.together(() => {
    for (const { id, day } of meetings.slice(0, 2)) opine(scene, id, '主席团会议议定事项', day, scene.random.pick(scene.town.units))
    if (total > 0 && random.chance(0.5)) scribe.add('supervision', { form: '03', topic: '汛期准备情况', field: '03', linkage: '1', targets: [random.pick(scene.town.units)] })
  })
}
