/** Figures, reporting and the county's stick. */
import type { Answers } from '../fake-api'
import { ok, type Result } from '../../../../shared/result'
import { countyAnswers, townAnswers } from '../sample'
import { whyDue, whyTimely } from '../sample-why'
import { rehearsal } from '../sample-rehearsal'
import { sampleCharts } from '../sample-charts'
import { countyForm } from '../sample-form'
import { compared, signed } from '../sample-report'
import { conflicts, countyStats, drilled, packages, report, reporting, stats, stick } from '../sample-figures'

const never = (): Promise<Result<never>> => new Promise(() => undefined)

const town: Answers = {
  ...townAnswers,
  'stats.get': stats, 'stats.drill': drilled, 'stats.why': whyTimely, 'record.why': whyDue, 'report.rehearse': rehearsal, 'stats.charts': { charts: sampleCharts }, 'report.draft': report, 'form.get': { form: countyForm }, 'report.frozen': signed, 'report.compare': compared, 'exchange.state': reporting, 'shell.drives': { drives: [stick] }, 'shell.documents': { path: 'C:\\Users\\zrd\\Documents\\镇人大工作台' },
  'exchange.scan': { files: [] }, 'exchange.sheet': { key: null }, 'exchange.conflicts': { items: [] }, 'exchange.unsent': { total: 0, rows: [] }, 'exchange.export': never, 'job.cancel': { asked: true },
  'record.page': ({ id }) => ({
    record: { id, type: 'person', org: '339901103', version: 'v', fields: { edu: '31', assigned_on: '2025-05-06' }, deleted: false }, title: id, titles: {}, steps: [], children: [], incomplete: [], doubtful: [], todos: [], versions: 1, at_county: true,
  }),
}

export const scenes: Readonly<Record<string, Answers>> = {
  figures: town,
  settled: { ...town, 'exchange.state': { ...reporting, late_after: 60, issues: [], packages: reporting.packages.map((one, index) => ({ ...one, issues: 0, answered_on: ['2025-10-29', '2025-10-05', '2025-09-03', '2025-08-01', '2025-07-01'][index] ?? null })), unsent: { records: 0, since: null, files: 0, bytes: 0, groups: [] } } },
  // Photos of half a year: how many go along is asked first.
  photos: { ...town, 'exchange.state': { ...reporting, unsent: { ...reporting.unsent, files: 240, bytes: 640_000_000 } } },
  // Paired this morning: the sheet is not printed, the county has not admitted it, a receipt for another computer lies on the stick.
  'first-day': {
    ...town, 'exchange.sheet': { key: 'AAAAAA BBBBBB' }, 'exchange.scan': { files: [{ path: 'E:\\a.zpk', name: 'a.zpk', bytes: 1, state: 'new' }] },
    'exchange.state': { ...reporting, paired: { county: '望川县人大常委会代工委', code: '339901', fingerprint: '3F2A 91C4', accepted: false, closed: false }, confirmed: { records: 0, pseq: null, received_on: null, files: 0 }, packages: [], issues: [], restorable: null, next_pseq: 1 },
  },
  unpaired: { ...town, 'exchange.state': { ...reporting, paired: null } },
  stick: {
    ...countyAnswers, 'stats.get': countyStats, 'stats.drill': drilled, 'shell.drives': { drives: [stick] }, 'exchange.conflicts': conflicts, 'exchange.sheet': { key: null }, 'exchange.devices': { devices: [] }, 'exchange.archive': { files: [] }, 'exchange.keys': { generation: 1, since: null, check_no: '4821 0093 5517', late: [] }, 'exchange.renew-keys': { generation: 2, since: '2025-11-22', check_no: '7730 1846 2905', late: [] }, 'exchange.slips': { slips: [{ id: 's1', town: '339901105', name: '上杨乡', no: 1, made_on: '2025-11-18', expires_on: '2026-01-17', expired: false }] },
    'exchange.scan': { files: Object.keys(packages).map((path) => ({ path, name: path.slice(3), bytes: 1, state: 'new' as const })) },
    'exchange.import': ({ files }) => ok({ files: files.flatMap((file) => packages[file] ?? []) }),
  },
}
