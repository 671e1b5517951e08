import { describe, expect, it } from 'vitest'
import { findHeader, firstRoster } from '../../shared/roster/find-header'
import { badChoices, guessColumns, nameHeadings } from '../../shared/roster/guess-columns'
import { rosterFields } from '../../shared/roster/fields'
import { readSheet, sheet } from './sheet'

const keys = (headings: readonly string[], choices = {}): readonly (string | null)[] => guessColumns(headings, choices).map((column) => column.key)

describe('the header of a roster', () => {
  it('is found under titles within the first ten rows', () => {
    const title = [{ merged: 'origin', text: '石门坎镇人大代表名册' }, { merged: 'covered' }] as const
    const found = findHeader(sheet([title, [], ['填表单位：石门坎镇'], ['序号', '姓　名'], ['1', '甘草儿']]))
    expect(found).toEqual({ at: 3, next: 4, headings: ['序号', '姓名'] })
    expect(findHeader(sheet([...Array.from({ length: 9 }, () => ['题']), ['姓名']]))?.at).toBe(9)
    expect(findHeader(sheet([...Array.from({ length: 10 }, () => ['题']), ['姓名']]))).toBe(null)
  })

  it('may have two rows, the lower one telling the columns apart', () => {
    const table = sheet([
      [{ merged: 'origin', text: '姓名' }, { merged: 'origin', text: '学历' }, { merged: 'covered' }, { merged: 'origin', text: '联系\n电话' }, { merged: 'origin', text: '得票' }],
      [{ merged: 'covered' }, '学历', '毕业院校', { merged: 'covered' }, ''],
      ['甘草儿', '大专', '石门大学', '13800000001', '12'],
    ])
    expect(findHeader(table)).toEqual({ at: 0, next: 2, headings: ['姓名', '学历', '毕业院校', '联系电话', '得票'] })
    expect(readSheet(table).rows.map(({ row, person, personPrivate, mandate }) => ({ row, person, personPrivate, mandate }))).toEqual([
      { row: 3, person: { edu: '30', school_major: '石门大学' }, personPrivate: { phone: '13800000001' }, mandate: { votes: 12 } }])
  })

  it('is not stretched over a first person without a name', () => {
    expect(findHeader(sheet([['序号', '姓名', '性别'], ['1', '', '男']]))?.next).toBe(1)
  })

  it('is looked for in one sheet after the other', () => {
    const cover = sheet([['封面']])
    const roster = sheet([['姓名'], ['甘草儿']])
    expect(firstRoster([cover, roster])?.table).toBe(roster)
    expect(firstRoster([cover])).toBe(null)
  })

  it('is found by the column that a person calls the name', () => {
    const table = sheet([['代表', '性别'], ['甘草儿', '男']])
    expect(findHeader(table)).toBe(null)
    expect(findHeader(table, nameHeadings({ 代表: '姓名' }))?.at).toBe(0)
    expect(readSheet(table, { 代表: 'name' }).rows.map((row) => row.name)).toEqual(['甘草儿'])
  })
})

describe('the headings of old rosters', () => {
  it('are understood in their many spellings', () => {
    expect(keys(['序号', '姓名', '性 别', '民族', '出生\n年月', '身份证号码', '政治面貌', '入党时间', '籍贯', '文化程度', '学位', '毕业院校及专业', '工作单位及职务', '职业构成'])).toEqual([
      null, 'person.name', 'person.sex', 'person.ethnic', 'person.birth', 'person_private.id_no', 'person.party', 'person.join_party', 'person.native_place', 'person.edu',
      'person.degree', 'person.school_major', 'person.work_unit', 'person.occupation'])
    expect(keys(['代表姓名', '公民身份号码', '出生日期（年月日）', '手机号码', '家庭住址', '代表证号', '所在选区', '选区号', '代表小组', '当选时间', '产生方式', '是否连任', '是否主席团成员', '居住状况', '备注'])).toEqual([
      'person.name', 'person_private.id_no', 'person.birth', 'person_private.phone', 'person_private.address', 'mandate.cert_no', 'link.constituency', 'link.constituency_no',
      'link.group', 'mandate.elected_on', 'mandate.elect_kind', null, 'link.presidium', 'person.residence_status', 'person.remark'])
  })

  it('are guessed by a part where no spelling fits, after all that are sure', () => {
    expect(guessColumns(['姓名', '现在的手机', '电话', '兴趣爱好', '姓名']).map(({ key, by }) => ({ key, by }))).toEqual([
      { key: 'person.name', by: 'sure' }, { key: 'person_private.phone2', by: 'guessed' }, { key: 'person_private.phone', by: 'sure' },
      { key: null, by: 'unknown' }, { key: null, by: 'twice' }])
  })

  it('are overruled by what a person chose, by heading, letter or number, key or label', () => {
    expect(keys(['姓名', '甲', '乙', '丙', '职务'], { 甲: 'person.post', C: '籍贯', 4: 'id_no', 职务: '忽略' })).toEqual([
      'person.name', 'person.post', 'person.native_place', 'person_private.id_no', null])
  })

  it('say which choices make no sense', () => {
    expect(badChoices(['姓名', '甲'], { 甲: 'post', 乙: 'post', B: 'nothing', 2: '忽略' })).toEqual([
      { column: '乙', field: 'post' }, { column: 'B', field: 'nothing' }])
  })

  it('that bring nothing are reported, hidden ones are read', () => {
    const table = sheet([['姓名', '兴趣', '性别', '性别'], ['甘草儿', '棋', '男', '女']], { hiddenColumns: [2] })
    const read = readSheet(table)
    expect(read.warnings).toEqual([
      { row: 1, column: '兴趣', code: 'unknown-column', value: '' }, { row: 1, column: '性别', code: 'column-twice', value: '' }])
    expect(read.rows[0]?.person).toEqual({ sex: '1' })
  })

  it('lead to fields that all have a label of their own', () => {
    expect(new Set(rosterFields.map((field) => field.label)).size).toBe(rosterFields.length)
  })
})

it('only people are rows: no titles, blanks, repeated headers, totals or notes', () => {
  const table = sheet([
    [{ merged: 'origin', text: '名册' }, { merged: 'covered' }, { merged: 'covered' }],
    ['序号', '姓名', '性别'],
    [{ merged: 'origin', text: '第一代表小组' }, { merged: 'covered' }, { merged: 'covered' }],
    [1, '甘草儿', '男'],
    [2, '', ''],
    [],
    ['序号', '姓名', '性别'],
    [3, '白芷', '女'],
    ['小计', '2', ''],
    ['', '合 计：', '2人'],
    ['', '60人', ''],
    ['共计60人'],
    [4, '人参', '女'],
    ['注：带*的为连任代表'],
    ['填表人：石竹', '', '审核人：连翘'],
    ['', '石竹', ''],
  ])
  expect(readSheet(table).rows.map(({ row, name }) => [row, name])).toEqual([[4, '甘草儿'], [8, '白芷'], [13, '人参'], [16, '石竹']])
})
