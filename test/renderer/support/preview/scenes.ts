/** What the previews show, by name: each is a set of answers. Folders with screens of their own add files beside this one. */
import { fail } from '../../../../shared/result'
import type { Answers } from '../fake-api'
import { countyAnswers, stateOf, town, townAnswers } from '../sample'

const closed = { ...stateOf(town), office: null, names: [] }

const own: Readonly<Record<string, Answers>> = {
  town: townAnswers,
  county: countyAnswers,
  new: { 'office.state': { ...closed, phase: 'new' }, 'office.init': fail('disk-full') },
  locked: { 'office.state': { ...closed, phase: 'locked', names: ['周维安', '徐立新'] }, 'office.unlock': fail('wrong-password') },
  damaged: { 'office.state': { ...closed, phase: 'failed', failure: { code: 'damaged', detail: { file: 'store.db', why: 'page 112 checksum' } } } },
  'in-use': { 'office.state': { ...closed, phase: 'failed', failure: { code: 'in-use', detail: { pid: 4312 } } } },
  fresh: { ...townAnswers, 'record.list': { rows: [], titles: {}, next: null, total: 0 }, 'todo.list': { items: [] }, 'exchange.state': fail('not-paired') },
  gallery: {
    ...townAnswers,
    'record.page': ({ id }) => ({
      record: { id, type: 'organisation', org: town.code, version: 'v', fields: {}, deleted: false }, title: id === 'o1' ? '镇村镇建设办' : id === 'm1' ? '何秀兰' : '陈国梁', titles: {}, steps: [], children: [],
      incomplete: [], doubtful: [], todos: [], versions: 1, at_county: null,
    }),
    'record.list': {
      rows: ['村镇建设办', '综合执法队', '社会事务办'].map((name, index) => ({ id: `o${index + 1}`, type: 'organisation', org: town.code, version: 'v', fields: { name }, deleted: false })),
      titles: {}, next: null, total: 3,
    },
    'record.reveal': { value: '339901197803150026' },
  },
  drafts: {
    ...townAnswers,
    'draft.list': {
      drafts: [
        { id: 'd1', type: 'quick-activity', record: null, data: {}, updated_at: '2025-11-24T09:41:00+08:00' },
        { id: 'd2', type: 'organisation', record: 'o1', data: {}, updated_at: '2025-11-20T15:02:00+08:00' },
      ],
    },
  },
}

const others = import.meta.glob<Readonly<Record<string, Answers>>>('./scenes-*.ts', { eager: true, import: 'scenes' })

export const scenes: Readonly<Record<string, Answers>> = Object.assign({}, own, ...Object.values(others)) as Readonly<Record<string, Answers>>
