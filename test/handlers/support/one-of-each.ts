/**
 * A town that has one record of nearly every type, a form, a frozen report, a sheet in the tray, a county's order and files: as little as there can be
 * with every command having something to work on. Answers with the words that its commands are asked with.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePaperCode } from '../../../shared/forms/paper-code'
import type { Data } from '../../../shared/fields'
import { countyForm } from '../../documents/support/county-form'
import { qingshi, type Office, type World } from './offices'

const picture = (more: number): Buffer => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(600, more)])

/** Per command and key what it may be asked with; under `*` whole inputs, whose keys are then changed one at a time. */
export type Known = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>

async function records(town: Office): Promise<Readonly<Record<string, string>>> {
  const known: Record<string, string> = {}
  const add = async (type: string, fields: Data): Promise<string> => (known[type] ??= await town.add(type, fields))
  const step = (id: string, name: string, fields: Data): Promise<unknown> => town.get('step.run', { id, step: name, fields })
  const term = (known['term'] = (await town.get('record.list', { type: 'term' })).rows[0]?.id ?? '')
  const village = await add('village', { name: '石桥村' })
  const organisation = await add('organisation', { name: '镇水利站', kind: '1', is_suggestion_handler: true })
  const constituency = await add('constituency', { level: '5', no: '1', name: '石桥', seats: 2, voters: 900 })
  const person = await add('person', { name: '周维安', sex: '1', birth: '1970-02', party: '01' })
  const mandate = await add('mandate', { person, level: '5', nth: 1, elect_kind: '1', constituency, elected_on: '2021-12-01', confirm_on: '2021-12-20', as_history: true, status: '在任' })
  const twin = await town.add('person', { name: '周维安' })
  await town.add('mandate', { person: twin, level: '5', nth: 1, confirm_on: '2021-12-20', as_history: true, status: '在任' })
  const others: readonly (readonly [string, Data])[] = [
    ['group', { term, kind: '1', name: '石桥小组', leader: mandate, members: [{ mandate }] as never }], ['presidium_member', { mandate, from_on: '2021-12-20', role: '1' }], ['organ', { kind: '1', term }],
    ['plan_item', { year: 2026, item: '视察饮水' }], ['session', { term, no: 1 }], ['presidium_meeting', { term, no: 1 }], ['supervision', { form: '01', topic: '检查食品安全' }],
    ['follow_up', { title: '督办供水' }], ['major_matter', { year: 2026, title: '污水厂' }], ['livelihood_project', { year: 2026, name: '硬化村道' }], ['bill', { title: '修订村规' }], ['suggestion', { title: '关于修路的建议', lead: mandate, host: organisation }],
    ['inquiry', { kind: '2', title: '询问供水', lead: mandate }], ['recall', { kind: '2', target_name: '某甲', post: '副镇长', reasons: '调动' }], ['by_election', { constituency, vacant_on: '2026-01-05', reason: '1' }],
    ['activity', { kind: '3', title: '视察饮水工程', start_on: '2026-02-01' }], ['training', { title: '学习代表法', start_on: '2026-02-03' }], ['deed', { mandate, title: '帮助修路', amount_fen: 500_000 }], ['site', { kind: '1', name: '石桥之家' }],
    ['visit', { date: '2026-02-04' }], ['pairing', { mandate, village, household_no: 1 }], ['debrief', { mandate }], ['score', { mandate, year: 2025 }], ['budget', { year: 2026, kind: '1' }], ['expense', { date: '2026-01-08', amount_fen: 12_050, purpose: '用水' }],
    ['document', { kind: '1', title: '关于修路的请示' }], ['task', { title: '催交材料', due_on: '2026-04-01' }], ['letter', { received_on: '2026-02-02', subject: '反映路灯' }], ['party_log', { kind: '1', date: '2026-01-12', topic: '研究' }],
    ['assessment', { year: 2026, item_no: '9', item: '考核项目' }], ['publicity', { title: '代表风采', date: '2026-01-09' }],
  ]
  for (const [type, fields] of others) await add(type, fields)
  const of = (type: string): string => known[type] ?? ''
  await step(of('activity'), 'hold', { start_on: '2026-02-01' })
  await step(of('suggestion'), 'submit', { raised_on: '2026-01-10', period: '闭会期间', lead: mandate })
  await step(of('suggestion'), 'review', { review_on: '2026-01-12', accept: '立案' })
  for (const [type, fields] of [
    ['attendance', { session: of('session'), mandate, state: '1' }], ['agenda_item', { session: of('session'), no: 1, title: '听取报告' }], ['vote', { meeting: of('session'), subject: '通过报告' }], ['decision', { meeting: of('presidium_meeting'), no: 1, title: '会议纪要' }],
    ['finding', { supervision: of('supervision'), no: 1, problem: '无证经营' }], ['reply', { suggestion: of('suggestion'), round: 1, unit: organisation }], ['contact', { suggestion: of('suggestion'), date: '2026-02-01' }], ['promise', { suggestion: of('suggestion'), content: '年底修好' }],
    ['urge', { about: of('suggestion'), date: '2026-02-20' }], ['participation', { event: of('activity'), mandate, state: '1' }], ['rating', { about: of('supervision'), round: 1 }],
  ] as readonly (readonly [string, Data])[]) await add(type, fields)
  return { ...known, twin }
}

/** The office works for a while: one of each record, and what else commands are about. */
export async function oneOfEach({ county, town, stick }: Pick<World, 'county' | 'town' | 'stick'>, out: string): Promise<{ readonly known: Known; readonly ids: readonly string[] }> {
  const of = await records(town)
  const put = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(out, name), bytes)
    return join(out, name)
  }
  const form = put('统计表.xlsx', await countyForm())
  await town.get('form.load', { file: form })
  await town.get('form.guess', {})
  const photo = put('现场.png', picture(1))
  const file = (await town.get('file.add', { owner: of['activity'] ?? '', path: photo, original: true })).file.id
  const code = (record: string, sheet: string): string => writePaperCode({ org: qingshi, record, form: sheet, edition: 1 })
  const page = picture(2).toString('base64')
  const taken = await town.get('paper.take', { content: page, name: '扫描.png', page: 1, codes: [code(of['suggestion'] ?? '', 'SU')] })
  const lost = await town.get('paper.take', { content: picture(3).toString('base64'), name: '没有码.png', page: 1, codes: [] })
  const own = (await town.get('fields.set', { type: 'letter', label: '网格长', kind: 'text' })).key
  const { report } = await town.get('report.freeze', { year: 2025, signer: '主席甲', signed_on: '2026-01-20' })
  await town.get('settings.set', { settings: { points_on: true } })
  await town.get('file.scans', { folder: out })
  await town.get('draft.save', { id: 'd1', type: 'letter', data: { subject: '写到一半' } })
  const sheet = (await town.get('exchange.sheet', {})).key
  const recovery = (await town.get('office.recovery-code', { password: '青石镇人大2026' })).code
  const order = (await county.get('exchange.order', { towns: [qingshi], fields: { order_no: '1', title: '报送半年总结', due_on: '2026-04-20' } })).ids
  const invite = await county.get('exchange.invite', { code: '511321109', name: '新镇', out: stick })
  await county.take(await town.send(stick, { always: true }))
  await town.take(await county.send(stick, { town: qingshi, always: true }))
  const packages = (await county.get('exchange.received', {})).packages.map((one) => one.id)
  const { devices } = await county.get('exchange.devices', {})
  const todos = (await town.get('todo.list', {})).items.map((item) => item.id)
  const rules = (await town.get('rules.list', {})).entries.map((entry) => entry.key)
  const draft = await town.get('report.draft', { year: 2026 })
  const paragraphs = [...JSON.stringify(draft).matchAll(/"key":"([^"]+)"/gu)].map((found) => found[1])
  const papers = ['activity', 'suggestion', 'voter_matter', 'supervision', 'session', 'presidium_meeting', 'reply', 'debrief'].flatMap((type) => of[type] ?? [])
  const papersOf = [{ id: of['activity'], kind: 'brief' }, { id: of['reply'], kind: 'reply' }, { id: of['presidium_meeting'], kind: 'minutes' }, { id: of['session'], kind: 'notice' }]
  const forms = ['RG', 'SA', 'SF', 'SU', 'VR']
  const paper = { id: [taken.id, lost.id], record: [of['suggestion'], of['activity']] }
  const files = [form, photo, put('台账.csv', '标题,提出日期\n关于修桥的建议,2025-03-01\n=1+1,2025-03-02')]
  const id = (type: string): string => of[type] ?? ''
  const roster = put('花名册.csv', '姓名,性别,出生年月,当选日期\n李明,男,1980-02,2021-12-01\n=1+1,女,1980-02,2021-12-01')
  const steps = [
    { step: 'assign', id: id('suggestion'), fields: { assign_on: '2026-01-15', host: id('organisation') } }, { step: 'urge', id: id('suggestion'), fields: { urged_on: '2026-02-01' } }, { step: 'submit', id: id('bill'), fields: { raised_on: '2026-02-01' } },
    { step: 'hold', id: id('training'), fields: { start_on: '2026-02-03' } }, { step: 'cancel', id: id('activity'), fields: { cancel_reason: '天气' } }, { step: 'start', id: id('supervision'), fields: { start_on: '2026-02-01' } }, { step: 'resign', id: id('mandate'), fields: { resign_on: '2026-02-01' } },
  ]
  const entries = [
    { type: 'letter', fields: { received_on: '2026-02-02', subject: '反映路灯' } }, { type: 'voter_matter', fields: { received_on: '2026-03-01', content: '路灯不亮' }, side: [{ type: 'visitor', parent: 'about', fields: { name: '隐姓文清', phone: '13987654321' } }] },
    { type: 'suggestion', fields: { title: '关于修桥的建议', lead: id('mandate') }, steps: [{ step: 'submit', fields: { raised_on: '2026-02-10', period: '闭会期间', lead: id('mandate') } }] }, { type: 'activity', fields: { kind: '3', title: '走访' }, steps: [{ step: 'hold', fields: { start_on: '2026-02-01' } }] },
    { type: 'suggestion', id: id('suggestion'), fields: { title: '关于修路和桥的建议' } },
  ]
  const pair = { from: [of['person'], of['twin']], into: [of['twin'], of['person']], reason: ['同一个人'] }
  return {
    ids: [...Object.values(of), file, ...order],
    known: {
      'step.run': { '*': steps }, 'step.batch': { '*': steps.map(({ step, ...line }) => ({ step, lines: [line] })) }, 'record.quick': { '*': entries }, 'record.add': { '*': entries.map(({ type, fields }) => ({ type, records: [fields] })) },
      'record.set': { '*': [{ id: id('suggestion'), fields: { title: '关于修好路的建议' } }, { id: id('person'), fields: { name: '周维平' } }, { id: id('letter'), fields: { [own]: '李网格', subject: '路灯' } }] }, 'group.move': { '*': [{ mandate: id('mandate'), to: id('group'), on: '2026-02-10' }] }, 'record.set-many': { '*': [{ ids: [id('person'), of['twin']], fields: { remark: '核对过' } }] },
      'rules.set': { '*': rules.slice(0, 12).map((key, n) => ({ key, n: 1 + n, source: '省实施办法', dry_run: n % 2 === 0 })) }, 'points.keep': { '*': [{ year: 2025 }, { year: 2024 }] }, 'points.adjust': { '*': [{ year: 2026, mandate: id('mandate'), item: '其他', tenths: 25, reason: '值守' }] },
      'term.make': { '*': [{ no: 20, elected_on: '2026-02-20', constituencies: [{ no: '1', name: '石桥', seats: 2, from: id('constituency') }], reelected: [{ mandate: id('mandate'), constituency: '1' }], newcomers: [{ name: '李明', constituency: '1' }], groups: [] }] },
      'term.elect': { '*': [{ id: id('by_election'), confirmed_on: '2026-02-20', name: '李明' }] }, 'project.vote': { '*': [{ vote: { meeting: id('session'), subject: '票决民生实事' }, voted_on: '2026-02-01', projects: [{ id: id('livelihood_project'), for_count: 40 }] }] },
      'calendar.get': { '*': [{ from: '2026-03-01', to: '2026-03-31' }, { from: '2026-01-01', to: '2026-12-31' }] }, 'roster.import': { file: [roster] }, 'roster.preview': { file: [roster] },
      'holidays.read': { text: ['国务院办公厅关于2026年部分节假日安排的通知 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。'], year: [2026] },
      'archive.make': { term: [of['term']] }, 'report.compare': { id: [report.id] }, 'report.void': { id: [report.id] }, 'file.picture': { id: [file] }, 'file.open': { id: [file] }, 'file.remove': { id: [file] }, 'file.list': { owner: [of['activity']] },
      'file.add': { owner: papers, path: [photo], content: [page] }, 'file.scans': { folder: [out] }, 'file.scan': { path: [photo] }, 'paper.forms': { id: papers }, 'paper.html': { id: papers, form: forms }, 'paper.docx': { id: papers, form: forms },
      'paper.take': { content: [page, picture(4).toString('base64')], name: ['扫描.png'], codes: [code(of['suggestion'] ?? '', 'SF'), code(of['activity'] ?? '', 'RG')] }, 'paper.picture': paper, 'paper.give': paper, 'paper.settle': paper, 'paper.back': paper, 'paper.drop': paper,
      'official.html': { '*': papersOf }, 'official.make': { '*': papersOf.map((one) => ({ ...one, out: join(out, 'made') })) }, 'form.load': { file: [form] }, 'form.map': { sheet: ['统计表'], ref: ['C4', 'B2', 'C6'], path: ['B5.09%', 'head:office', 'B6.01'] }, 'todo.snooze': { id: todos }, 'todo.finish': { id: todos },
      'record.why': { todo: todos, key: ['status', 'due_on'] }, 'rules.reset': { key: rules }, 'report.edit': { key: paragraphs }, 'term.open': { term: [of['term']] },
      'fields.set': { type: ['letter', 'suggestion'], key: [own, 'subject', 'title'], label: ['网格员', '事由'] }, 'fields.order': { type: ['letter'], columns: ['subject', 'received_on', own] }, 'fields.drop': { type: ['letter'], key: [own] },
      'exchange.join': { file: [invite.file], code: [invite.code] }, 'exchange.slips': { town: [qingshi, '511321109'] }, 'exchange.withdraw-slip': { id: (await county.get('exchange.slips', {})).slips.map((slip) => slip.id) }, 'exchange.received': { town: [qingshi] }, 'exchange.paper': { id: packages },
      'exchange.close-device': { device: devices.map((one) => one.device) }, 'exchange.recover': { key: [sheet] }, 'exchange.order': { town: [qingshi], towns: [qingshi], fields: [{ order_no: '2', title: '报送名单' }, { title: '没有编号' }] }, 'exchange.map-town': { from: [qingshi, '511321109'], to: ['511321108'] },
      'office.recover': { code: [recovery] }, 'history.import': { file: files, type: ['suggestion', 'activity'], text: ['标题\t提出日期\n关于修渠的建议\t2025-03-01'] }, 'record.merge': pair, 'merge.preview': pair, 'deputies.duty': { mandate: [of['mandate']] },
      'deputies.file': { mandates: [of['mandate']] }, 'suggestion.course': { id: [of['suggestion']] }, 'site.work': { id: [of['site']] },
    },
  }
}
