/** A draft suggestion, its deputies and units, and the steps on its way with usual dates. */
import type { Data } from '../../../shared/fields'
import { World } from './world'

export function suggestionScene() {
  const world = new World()
  const office = world.term()
  const id = world.add('suggestion', { kind: '1', title: '关于修村道的建议', body: '三组村道雨后难行', mode: '1', term_class: '1' })
  const raise = (more: Data = {}) => world.did(id, 'submit', { raised_on: '2025-03-01', period: '2', lead: office.mandates[0], ...more })
  const accept = (more: Data = {}) => {
    raise()
    return world.did(id, 'review', { review_on: '2025-03-03', accept: '1', ...more })
  }
  const assign = (more: Data = {}) => {
    accept()
    return world.did(id, 'assign', { assigned_on: '2025-03-05', host: office.roads, ...more })
  }
  const answer = (more: Data = {}) => world.did(id, 'reply', { reply_on: '2025-04-10', result_class: 'A', ...more })
  const rate = (rate_result: string, more: Data = {}) => world.did(id, 'feedback', { feedback_on: '2025-04-20', rate_result, ...more })
  return { world, office, id, raise, accept, assign, answer, rate }
}

export type SuggestionScene = ReturnType<typeof suggestionScene>
