import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, TableBlock } from '../../shared/report/block'
import { documentOf, statisticsDocument, type DocumentInput, type DocumentKind } from '../../shared/report/documents'
import { publicationTable } from '../../shared/report/publication-table'
import { meetingTable, suggestionTable, supervisionTable } from '../../shared/report/record-tables'
import { hostTable, qualityRows, statisticsRows } from '../../shared/report/statistics-table'
import { withoutPrivate } from '../../shared/report/without-private'
import { busyTown, inputOf, ordinary, quiet } from './support/busy-town'

const kinds: readonly DocumentKind[] = ['annual', 'suggestions', 'supervision', 'publication', 'deputy', 'meetings']
const value = (input: DocumentInput, id: string): number => input.figures.find((figure) => figure.id === id)?.value ?? -1
const isTable = (block: Block): block is TableBlock => block.kind === 'table'
const sum = (table: TableBlock, column: number): number => table.rows.reduce((total, row) => total + Number(row.cells[column] ?? 0), 0)

describe('the tables behind the report', () => {
  it('list just what the figures count', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 12 }), (supervisions, suggestions, deputies) => {
      const input = inputOf(busyTown({ ...ordinary, supervisions, suggestions, deputies }))
      const supervision = supervisionTable(input.question)
      expect([supervision.rows.length, sum(supervision, 4), sum(supervision, 5)]).toEqual([value(input, 'B6.01'), value(input, 'B6.13'), value(input, 'B6.15')])
      expect(suggestionTable(input.question).filter(isTable)[0]?.rows.length).toBe(value(input, 'B5.01'))
      const publication = publicationTable(input.question)
      expect([publication.rows.length, sum(publication, 7), sum(publication, 8), sum(publication, 9)]).toEqual([value(input, 'B1.05'), value(input, 'B8.02'), value(input, 'B8.06'), value(input, 'B5.02')])
      expect(publication.rows.filter((row) => row.cells[12] === '是').length).toBe(value(input, 'B8.17'))
      expect(meetingTable(input.question).rows.length).toBe(value(input, 'B4.01') + value(input, 'B4.13'))
      expect(sum(hostTable(input.figures), 2)).toBeLessThanOrEqual(value(input, 'B5.02'))
    }), { numRuns: 25 })
  })

  it('say why more took part than are in office at the end of the year, and nothing where that is not so', () => {
    const input = inputOf(busyTown(quiet))
    const notes = (rate: number): readonly string[] => statisticsDocument(input.figures.map((figure) => (figure.id === 'B8.03' ? { ...figure, rate } : figure)), input.before, input.head).blocks.flatMap((block) => (block.kind === 'note' && block.text.includes('B8.03') ? [block.text] : []))
    expect([notes(100), notes(101.7)]).toEqual([[], ['注：B8.03 参加活动代表数含期内离任的代表，比率对期末实有代表计算，所以超过100%。']])
  })

  it('say of a suggestion who, where, when and how it went', () => {
    const t = busyTown(quiet)
    const unit = t.add('organisation', { name: '镇村建办' })
    const done = t.suggestion('2026-03-01', { no: '19-闭-001', title: '关于修路的建议', lead: 'mandate-1', host: unit, public_ok: '1', accept: '1' }, ['待交办', '2026-03-02'], ['已交办', '2026-03-04'], ['待反馈', '2026-05-01'])
    t.add('reply', { suggestion: done, round: 1, unit, reply_on: '2026-05-01', result_class: 'B', feedback_on: '2026-05-10', rate_result: '2' })
    t.suggestion('2026-04-01', { no: '19-闭-002', title: '关于饮水的建议', lead: 'mandate-2', accept: '6' }, ['不立案', '2026-04-03'])
    const [table, note] = suggestionTable(inputOf(t).question)
    expect(table && isTable(table) ? table.rows.map((row) => row.cells) : null).toEqual([
      ['19-闭-001', '关于修路的建议', '代表1', '镇村建办', '2026.05.01', 'B类', '基本满意'], ['19-闭-002', '关于饮水的建议＊', '代表2', '', '', '不作为建议', ''],
    ])
    expect(note).toEqual({ kind: 'note', text: '注：A类：已经解决或采纳；B类：正在解决或已列入计划；C类：因条件限制暂不能解决；D类：不可行或需转上级。标＊的建议没有注明可以公开，对外公布前请隐去标题。' })
  })

  it('show meetings with who was there and what they resolved', () => {
    const t = busyTown({ ...quiet, sessions: 1, meetings: 1 })
    expect(meetingTable(inputOf(t).question).rows.map((row) => row.cells)).toEqual([
      ['2026.01.01', '第三次人民代表大会会议', '3／3', '关于工作报告的决议'], ['2026.01.01', '主席团第一次会议', '0／5', '研究监督计划'],
    ])
  })

  it('print every figure of B.1 to B.9 under its group, last year beside it, and keep internal ones in the office', () => {
    const input = inputOf(busyTown(ordinary))
    const rows = statisticsRows(input.figures, input.before)
    expect(rows.filter((row) => row.group).map((row) => row.cells[0])).toEqual([
      '一、基本情况', '二、代表结构', '三、代表变动', '四、人代会和主席团', '五、代表建议', '六、监督', '七、重大事项和民生实事', '八、代表活动和履职', '九、经费、信访、宣传和县交办',
    ])
    const ids = input.figures.map(({ id }) => id)
    expect(rows.flatMap((row) => row.indicator ?? [])).toEqual(ids.filter((id) => id !== 'B8.04' && !id.startsWith('B10')))
    expect(qualityRows(input.figures).map((row) => row.cells[0])).toEqual(ids.filter((id) => id === 'B8.04' || id.startsWith('B10')))
    const at = rows.findIndex((row) => row.indicator === 'B2.01')
    expect(rows.slice(at, at + 4).map((row) => row.cells)).toEqual([
      ['B2.01', '性别', '人', '12', '100.0%', '12'], ['', '　其中：男', '人', '6', '50.0%', '6'], ['', '　　　　女', '人', '6', '50.0%', '6'], ['', '　　　　未填', '人', '0', '0.0%', '0'],
    ])
    expect(rows.find((row) => row.cells[1] === '　其中：金额')?.cells).toEqual(['', '　其中：金额', '元', '3703.68', '', '0.00'])
    expect(rows.find((row) => row.indicator === 'B1.13')?.cells[3]).toBe('—')
  })

  it('leave out parts that are zero in both years in the annual report only', () => {
    const input = inputOf(busyTown(quiet))
    const names = (rows: readonly { readonly cells: readonly string[] }[]): readonly string[] => rows.map((row) => row.cells[1]?.trim() ?? '')
    expect(names(statisticsRows(input.figures, input.before, { short: true }))).not.toContain('其中：全国')
    expect(names(statisticsRows(input.figures, input.before))).toContain('其中：全国')
  })
})

describe('the documents of a year', () => {
  it('put five tables behind the annual report, the publication on its side', () => {
    const { blocks } = documentOf(inputOf(busyTown(ordinary)), 'annual')
    expect(blocks.flatMap((block) => (block.kind === 'attachment' ? [`${block.mark} ${block.text}`] : block.kind === 'turn' ? [block.landscape ? '横' : '竖'] : []))).toEqual([
      '附件1 青禾镇2026年人大工作统计表', '附件2 青禾镇2026年代表建议办理情况表', '附件3 青禾镇2026年监督事项一览', '横', '附件4 青禾镇2026年代表基本信息和履职情况公示表', '竖', '附件5 青禾镇2026年会议与决议一览',
    ])
    expect(blocks.find((block) => block.kind === 'listing')).toEqual({
      kind: 'listing', items: ['青禾镇2026年人大工作统计表', '青禾镇2026年代表建议办理情况表', '青禾镇2026年监督事项一览', '青禾镇2026年代表基本信息和履职情况公示表', '青禾镇2026年会议与决议一览'],
    })
  })

  it('list what is missing on a last page of their own', () => {
    const { blocks, missing } = documentOf(inputOf(busyTown(quiet)), 'annual')
    const end = blocks.slice(blocks.findIndex((block) => block.kind === 'heading') - 1)
    expect(end).toEqual([
      { kind: 'turn', landscape: false }, { kind: 'heading', text: '【待补】清单（报送前请补齐，并删去本页）' }, ...missing.map((words, index) => ({ kind: 'note', text: `${String(index + 1)}.${words}` })),
    ])
    expect(missing.length).toBeGreaterThan(0)
  })

  it('list it behind the summary of the half year and the self-assessment too', () => {
    for (const kind of ['half', 'assessment'] as const) {
      const { blocks, missing } = documentOf(inputOf(busyTown(quiet)), kind)
      expect([kind, blocks.at(-missing.length - 1), missing.length > 0]).toEqual([kind, { kind: 'heading', text: '【待补】清单（报送前请补齐，并删去本页）' }, true])
    }
  })

  it('leave no empty frame in a first year: an attachment without a row is none, a table of its own says that there was nothing', () => {
    const input = inputOf(busyTown({ ...quiet, deputies: 0 }))
    const { blocks } = documentOf(input, 'annual')
    expect(blocks.flatMap((block) => (block.kind === 'attachment' ? [`${block.mark} ${block.text}`] : []))).toEqual(['附件 青禾镇2026年人大工作统计表'])
    expect(documentOf(input, 'suggestions').blocks.some(({ kind }) => kind === 'listing' || kind === 'attachment')).toBe(false)
    for (const kind of ['suggestion-table', 'supervision', 'publication', 'meetings', 'changes', 'assessment'] as const) {
      expect([kind, documentOf(input, kind).blocks.filter(isTable).map(({ rows }) => rows)]).toEqual([kind, [[{ group: true, cells: ['（本期没有）'] }]]])
    }
    expect(documentOf(input, 'deputy').blocks.at(-1)).toEqual({ kind: 'note', text: '还没有登记在任代表。' })
  })

  it('print the points of the self-assessment as points, not as tenths', () => {
    const t = busyTown(quiet)
    t.add('assessment', { year: 2026, item_no: '1', item: '会议', full_tenths: 200, self_tenths: 195 })
    const input = inputOf(t)
    const row = statisticsRows(input.figures, input.before).findIndex(({ indicator }) => indicator === 'B9.10')
    expect(statisticsRows(input.figures, input.before).slice(row, row + 2).map(({ cells }) => cells)).toEqual([['B9.10', '县考核自评分', '分', '19.5', '', '0.0'], ['', '　其中：满分', '分', '20.0', '', '0.0']])
  })

  it('tell the congress how suggestions were handled', () => {
    const { title, blocks } = documentOf(inputOf(busyTown(ordinary)), 'suggestions')
    expect(title).toBe('关于青禾镇2026年代表建议、批评和意见办理情况的报告')
    expect(blocks.flatMap((block) => (block.kind === 'h1' ? [block.text] : []))).toEqual(['一、基本情况', '二、办理情况', '三、代表评价', '四、重点督办和承诺落实', '五、存在的问题和下一步打算'])
    expect(blocks.flatMap((block) => (block.kind === 'attachment' ? [block.text] : []))).toEqual(['青禾镇2026年代表建议办理情况表', '承办单位办理情况表'])
  })

  it('give every deputy a card with eight parts and a line to sign', () => {
    const { blocks } = documentOf(inputOf(busyTown(ordinary)), 'deputy')
    expect(blocks.filter((block) => block.kind === 'sign').length).toBe(12)
    expect(blocks.filter((block) => block.kind === 'page').length).toBe(11)
    const first = blocks.slice(0, blocks.findIndex((block) => block.kind === 'page')).filter(isTable)
    expect(first.flatMap((table) => table.rows.filter((row) => row.group).map((row) => row.cells[0]?.slice(0, 6)))).toEqual(['一、基本情况', '二、出席会议', '三、视察调研', '四、学习培训', '五、小组活动', '六、联系选民', '七、议案建议', '八、述职与事'])
  })

  it('name the office, the days and who filled them in above a table', () => {
    const input = inputOf(busyTown(quiet))
    expect(statisticsDocument(input.figures, input.before, input.head).blocks.filter((block) => block.kind === 'note')).toEqual([
      { kind: 'note', text: '填报单位：青禾镇人大主席团（盖章）　报表期：2026年1月1日—2026年12月31日' }, { kind: 'note', text: '填表人：干事乙　审核人：主席甲　电话：0817-5550000　报出日期：2027年1月15日' },
    ])
  })

  it('hold no phone, no ID number and no full date of birth, wherever somebody typed one', () => {
    const t = busyTown(ordinary)
    for (const rec of t.records) {
      const leak = '电话13800138000、１３８００１３８００１，身份证11010519491231002X'
      const fields = rec.fields as Record<string, unknown>
      for (const key of ['title', 'topic', 'problem', 'item', 'text', 'content', 'forward_text']) if (typeof fields[key] === 'string') fields[key] = `${String(fields[key])}${leak}`
      if (rec.type === 'person') Object.assign(fields, { birth: '1978-03', id_no: '11010519491231002X', phone: '13800138000' })
    }
    t.add('person_private', { person: 'person-1', id_no: '11010519491231002X', birth_date: '1949-12-31', phone: '13800138000' })
    const input = inputOf(t)
    for (const kind of kinds) {
      const said = JSON.stringify(documentOf(input, kind))
      expect(said).not.toMatch(/13800138000|１３８|11010519491231|1949/u)
      expect(kind === 'publication' || said.includes('＊＊＊')).toBe(true)
    }
  })

  it('take out phones and ID numbers only, not other long numbers', () => {
    expect(withoutPrivate('请打 138-0013-8000 或13800138000，证号 110105 19491231 002x，账号6222021234567890123，文号〔2026〕5号，投资12345678901元')).toBe('请打 ＊＊＊ 或＊＊＊，证号 ＊＊＊，账号6222021234567890123，文号〔2026〕5号，投资12345678901元')
  })
})
