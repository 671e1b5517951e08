/** A suggestion on its way, as the store gives it: its page and its course come from the real rules and the real timeline. */
import type { RecordPage } from '../../../shared/contract/records'
import type { Data } from '../../../shared/fields'
import type { Rec } from '../../../shared/record'
import { declarations } from '../../../shared/records'
import { needsOf } from '../../../shared/suggestions/needs'
import { timelineOf } from '../../../shared/suggestions/timeline'
import { suggestionScene, type SuggestionScene } from '../../rules/steps/suggestion-scene'
import { pageOf, stepsAt } from '../records/sample'
import type { Answers } from '../support/fake-api'
import { today } from '../support/sample'

const names: Readonly<Record<string, string>> = { 'organisation-6': '镇交通站', 'organisation-7': '镇水利站' }

/** The page as the store would answer it now. */
export function pageNow({ world, id }: SuggestionScene, more: Partial<RecordPage> = {}): RecordPage {
  const rec = world.get(id)
  const facts = world.facts
  const derived = declarations.suggestion.derive?.(rec, facts, today, world.rules) ?? {}
  const children = (['reply', 'contact', 'promise', 'urge'] as const).flatMap((type) => {
    const rows = facts.where(type, type === 'urge' ? 'about' : 'suggestion', id).map((row): Rec => ({ ...row, fields: { ...row.fields, ...declarations[type].derive?.(row, facts, today, world.rules) } }))
    return rows.length === 0 ? [] : [{ type, label: declarations[type].label, key: type === 'urge' ? 'about' : 'suggestion', rows, total: rows.length }]
  })
  const people = facts.all('mandate').map((mandate) => [mandate.id, { title: '何秀兰', type: 'mandate' }] as const)
  const units = facts.all('organisation').map((unit) => [unit.id, { title: names[unit.id] ?? String(unit.fields['name']), type: 'organisation' }] as const)
  return pageOf({ ...rec, fields: { ...rec.fields, ...derived } }, { titles: Object.fromEntries([...people, ...units]), steps: stepsAt('suggestion', rec.status ?? ''), children, versions: 4, at_county: false, ...more })
}

/** Everything that the page asks. */
export function answersNow(scene: SuggestionScene, day = today): Answers {
  const input = { suggestion: scene.world.get(scene.id), lookup: scene.world.facts, rules: scene.world.rules, today: day }
  return {
    'record.page': pageNow(scene), 'suggestion.course': { timeline: timelineOf(input), needs: needsOf(input) }, 'draft.list': { drafts: [] },
    'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true }, 'file.list': { files: [] },
  }
}

/** Talked over, answered in class C and rated 不满意: the second round is open. */
export function secondRound(): SuggestionScene {
  const scene = suggestionScene()
  scene.assign()
  scene.world.did(scene.id, 'communicate', { date: '2025-03-20', mode: '1', who: '王站长' })
  scene.world.did(scene.id, 'promise', { content: '九月底前硬化', due: '2025-09' })
  scene.answer({ reply_no: '青政函〔2025〕31号', signer: '许镇长', result_class: 'B' })
  scene.rate('3', { rate_text: '只补了坑' })
  return scene
}

export const assigned = (more: Data = {}): SuggestionScene => {
  const scene = suggestionScene()
  scene.assign(more)
  return scene
}
