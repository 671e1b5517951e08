import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fail } from '../../../shared/result'
import { useNavigation } from '../../../renderer/state/navigation'
import { defaultSettings } from '../../../shared/rules/rule-book'
import { useNotices } from '../../../renderer/state/notices'
import SuggestionScreen from '../../../renderer/screens/suggestions/SuggestionScreen'
import type { SuggestionScene } from '../../rules/steps/suggestion-scene'
import type { Answers } from '../support/fake-api'
import { show } from '../support/show'
import { answersNow, assigned, secondRound } from './sample'

const start = (scene: SuggestionScene, more: Answers = {}, day?: string, step?: string) =>
  show(<SuggestionScreen route={{ screen: 'record', id: scene.id, type: 'suggestion', ...(step === undefined ? {} : { step }) }} />, { ...answersNow(scene, day), ...more })
const now = () => useNavigation.getState().now
const line = async (name: string) => [...(await screen.findByRole('list', { name })).children].map((stage) => stage.textContent)

describe('The page of a suggestion', () => {
  it('leads with one next step, its day, and what is wanted before it', async () => {
    const { person } = start(assigned(), {}, '2025-05-20')
    const next = within(await screen.findByRole('region', { name: '下一步' }))
    expect(document.querySelectorAll('.btn.pri')).toHaveLength(1)
    expect(next.getByRole('button', { name: '登记答复' }).className).toContain('pri')
    expect(next.getByText('6月5日前，还剩 16 天').className).toContain('soon')
    expect(next.getByText('与代表沟通（0 次）')).toBeTruthy()
    await person.click(next.getByRole('button', { name: '登记沟通：与代表沟通（0 次）' }))
    expect(await screen.findByRole('dialog', { name: '登记沟通' })).toBeTruthy()
  })

  it('offers the answer first however late it is, and the talk and the urging beside it', async () => {
    start(assigned(), {}, '2025-07-01')
    const next = within(await screen.findByRole('region', { name: '下一步' }))
    expect(next.getAllByRole('button').slice(0, 3).map((button) => button.textContent)).toEqual(['登记答复', '登记沟通', '催办'])
    expect(next.getByText('6月5日前，已过 26 天').className).toContain('late')
    expect((await line('第 1 轮'))[4]).toBe('逾期答复6月5日已过 26 天')
  })

  it('shows who brought it and who answers it, and opens them', async () => {
    const scene = assigned()
    const { person } = start(scene)
    expect(await screen.findByRole('heading', { level: 1, name: '19-闭-001' })).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '何秀兰' }))
    expect(now()).toEqual({ screen: 'deputy', mandate: scene.office.mandates[0] })
  })

  it('gives each round a line of its own, with days and what came of it', async () => {
    start(secondRound(), {}, '2025-05-01')
    expect(await line('第 1 轮')).toEqual([
      '已完成提出3月1日闭会期间', '已完成立案3月3日', '已完成交办3月5日一般', '已完成沟通3月20日当面', '已完成答复4月10日按期，第 36 天', '测评4月20日不满意',
    ])
    expect(await line('第 2 轮')).toEqual(['已完成重新办理4月20日代表不满意', '待办沟通待办', '未开始再次答复5月20日还剩 19 天', '未开始再次测评—', '未开始办结—'])
    expect(screen.getByText('不满意原因：“只补了坑”')).toBeTruthy()
    expect(screen.getByText('重新办理（第 2 轮）')).toBeTruthy()
  })

  it('says of every day who wants it and how it stands', async () => {
    start(secondRound(), {}, '2025-05-25')
    const terms = within(await screen.findByRole('region', { name: '期限' }))
    const rows = terms.getAllByRole('row').slice(1).map((row) => row.textContent)
    expect(rows).toEqual([
      '交办3月10日前镇里工作惯例审查后7日按期3月5日', '答复6月5日前法律代表法第51条交办后3个月按期4月10日', '测评5月12日前镇里工作惯例征询意见表发出后20个工作日按期4月20日', '再次答复5月20日前镇里工作惯例征询意见表收回后1个月已过 5 天',
    ])
  })

  it('tells everything one by one, and what is to come', async () => {
    const { person } = start(secondRound(), {}, '2025-05-01')
    await person.click(await screen.findByRole('button', { name: '逐条看 8 条' }))
    const drawer = within(await screen.findByRole('dialog'))
    const round = within(drawer.getByRole('region', { name: '第 1 轮' }))
    expect(round.getAllByRole('listitem')).toHaveLength(7)
    expect(round.getByText('青政函〔2025〕31号，B 类 正在解决或已列计划')).toBeTruthy()
    expect(within(drawer.getByRole('region', { name: '接下来' })).getAllByRole('listitem').map((one) => one.textContent).at(-1)).toContain('九月底前硬化')
  })

  it('follows promises, and says which one is kept', async () => {
    const scene = secondRound()
    const { person, api } = start(scene, { 'step.run': { record: scene.world.get(scene.id), warnings: [] } })
    await screen.findByText('已到期未落实')
    await person.click(screen.getByRole('button', { name: '登记落实：九月底前硬化' }))
    await person.type(await screen.findByLabelText('落实日期'), '9.25')
    await person.keyboard('{Control>}s{/Control}')
    const promise = scene.world.facts.all('promise')[0]
    await waitFor(() => expect(api.of('step.run')).toEqual([{ step: 'fulfil', id: scene.id, base: 'v', fields: { done_on: '2025-09-25', promise: promise?.id } }]))
  })

  it('names the paper that is still missing, and takes it in', async () => {
    const scene = secondRound()
    const reply = scene.world.facts.all('reply')[0]!
    const { person, api } = start(scene, {
      'shell.pick-file': { path: '/u/答复函.pdf' }, 'file.add': { file: { id: 'f1', name: '答复函.pdf', mime: 'application/pdf', bytes: 10, original: false, here: true }, record: { ...reply, version: 'v2' } },
      'record.set': { record: { ...reply, version: 'v3' }, warnings: [] },
    })
    await person.click(await screen.findByRole('button', { name: '添加答复函 青政函〔2025〕31号' }))
    await waitFor(() => expect([api.of('file.add'), api.of('record.set')]).toEqual([[{ owner: reply.id, path: '/u/答复函.pdf' }], [{ id: reply.id, fields: { file: 'f1' }, base: 'v2' }]]))
    await waitFor(() => expect(useNotices.getState().list.map(({ text }) => text)).toEqual(['已添加答复函 青政函〔2025〕31号']))
  })
})

describe('The papers of a suggestion', () => {
  it('are printed, or saved as Word or PDF, in one press each', async () => {
    const scene = secondRound()
    const forms = [{ code: 'SP', label: '代表建议专用纸', note: '代表签名用', copies: 1 }, { code: 'SU', label: '催办单', note: '送承办单位签收', copies: 1 }]
    const { person, api } = start(scene, {
      'paper.forms': { forms }, 'paper.html': { html: '<p>催办单</p>', name: '催办单.pdf' }, 'paper.docx': { files: [{ path: '/u/催办单.docx', kind: 'docx', sha256: '', bytes: 1, aside: '/u/催办单（改过的）.docx' }] },
      'shell.print': { printed: true }, 'shell.pdf': { path: '/u/催办单.pdf', bytes: 1 }, 'settings.get': { settings: defaultSettings, ui: { out_folder: '/u' } },
    }, '2025-05-25')
    await person.click(await screen.findByRole('button', { name: '打印' }))
    const dialog = within(screen.getByRole('dialog', { name: '打印哪一张' }))
    await dialog.findByRole('button', { name: '打印催办单' })
    expect(dialog.getAllByRole('button', { name: /^打印(代|催)/u }).map((one) => one.getAttribute('aria-label'))).toEqual(['打印代表建议专用纸', '打印催办单'])
    await person.click(dialog.getByRole('button', { name: '打印催办单' }))
    await waitFor(() => expect(api.of('shell.print')).toEqual([{ html: '<p>催办单</p>', dialog: true }]))
    await person.click(await dialog.findByRole('button', { name: '催办单存成 Word' }))
    await waitFor(() => expect(api.of('paper.docx')).toEqual([{ id: scene.id, form: 'SU', out: '/u' }]))
    // One that somebody had gone on with in Word is not lost without a word.
    await waitFor(() => expect(useNotices.getState().list.map(({ next }) => next)).toContain('在文件夹“u”里。原来那份有人改过，没有覆盖，改名为“催办单（改过的）.docx”留在旁边'))
    await person.click(dialog.getByRole('button', { name: '催办单存成 PDF' }))
    await waitFor(() => expect(api.of('shell.pdf')).toEqual([{ path: '/u/催办单.pdf', html: '<p>催办单</p>' }]))
  })
})

describe('An answer with its rating', () => {
  const save = async (person: ReturnType<typeof show>['person']) => person.click(screen.getByRole('button', { name: '保存' }))

  it('is one sheet and one save: promise, answer and rating in their order', async () => {
    const scene = assigned()
    const { person, api } = start(scene, { 'record.quick': { record: { ...scene.world.get(scene.id), status: '已评价', version: 'v2' }, ids: [scene.id], warnings: [] } }, undefined, 'reply')
    await person.type(await screen.findByLabelText('答复日期'), '4.10')
    await person.click(screen.getByRole('radio', { name: 'B 正在解决' }))
    await person.type(screen.getByLabelText('承诺事项'), '九月底前硬化')
    await person.click(screen.getByRole('radio', { name: '基本满意' }))
    await save(person)
    await waitFor(() => expect(api.of('record.quick').map(({ draft: _draft, ...input }) => input)).toEqual([{
      type: 'suggestion', id: scene.id, base: 'v', fields: {},
      steps: [
        { step: 'promise', fields: { content: '九月底前硬化', unit: scene.office.roads } },
        { step: 'reply', fields: { reply_on: '2025-04-10', result_class: 'B', unit: scene.office.roads } },
        { step: 'feedback', fields: { feedback_on: '2025-11-24', rate_result: '2', unit: scene.office.roads } },
      ],
    }]))
    await waitFor(() => expect(useNotices.getState().list.map(({ text, button }) => [text, button?.label])).toEqual([['已记下答复和测评（基本满意），现在是“已评价”', '撤销']]))
  })

  it('without a rating is the answer alone, with the talk that was not written down yet', async () => {
    const scene = assigned()
    const { person, api } = start(scene, { 'record.quick': { record: scene.world.get(scene.id), ids: [scene.id], warnings: [] } }, undefined, 'reply')
    await person.type(await screen.findByLabelText('答复日期'), '4.10')
    await person.click(screen.getByRole('radio', { name: 'A 已解决' }))
    await person.type(screen.getByLabelText('沟通日期'), '4.2')
    await person.click(screen.getByRole('radio', { name: '当面' }))
    await save(person)
    await waitFor(() => expect(api.of('record.quick')[0]?.steps).toEqual([
      { step: 'communicate', fields: { date: '2025-04-02', mode: '1', unit: scene.office.roads } }, { step: 'reply', fields: { reply_on: '2025-04-10', result_class: 'A', unit: scene.office.roads } },
    ]))
  })

  it('is refused at the field that is wrong, and nothing that was typed is lost', async () => {
    const refusal = fail('date-order', { field: 'date', detail: { first: '2025-03-01', firstLabel: '提出日期', second: '2025-01-02', secondLabel: '沟通日期' } })
    const { person, api } = start(assigned(), { 'record.quick': refusal }, undefined, 'reply')
    await person.click(await screen.findByRole('button', { name: '保存' }))
    expect(screen.getByText('请选一类。')).toBeTruthy()
    expect(api.of('record.quick')).toEqual([])
    await person.type(screen.getByLabelText('答复日期'), '4.10')
    await person.click(screen.getByRole('radio', { name: 'A 已解决' }))
    await person.type(screen.getByLabelText('沟通日期'), '1.2')
    await save(person)
    await waitFor(() => expect(screen.getByLabelText('沟通日期').getAttribute('aria-invalid')).toBe('true'))
    expect((screen.getByLabelText('答复日期') as HTMLInputElement).value).toBe('2025年4月10日')
  })

  it('asks which unit answers where several do, and is rated once all have', async () => {
    const scene = assigned()
    scene.world.did(scene.id, 'reassign', { assigned_on: '2025-03-06', host: scene.office.roads, cohosts: [scene.office.water], mode: '3' })
    const { person } = start(scene, {}, undefined, 'reply')
    await person.click(await screen.findByRole('radio', { name: '镇水利站' }))
    expect(screen.queryByRole('radio', { name: '满意' })).toBeNull()
    expect(screen.getByText('还有别的单位没有答复，等都答复了再登记测评。')).toBeTruthy()
  })
})
