import { describe, expect, it } from 'vitest'
import { idNo, readPerson, readSheet, sheet } from './sheet'

const codesOf = (row: { readonly warnings: readonly { readonly code: string }[] }): readonly string[] => row.warnings.map((warning) => warning.code)

describe('a row of a roster', () => {
  it('becomes a person, private data and a mandate, codes as codes', () => {
    const heading = ['姓名', '性别', '民族', '出生日期', '身份证', '政治面貌', '入党时间', '籍贯', '学历', '学位', '单位', '职务', '职业', '固定收入', '居住状况', '手机', '办公电话', '地址', '代表证号', '选区', '小组', '当选日期', '产生方式', '得票数', '备注']
    const row = readPerson(heading, ['张　三丰', '男', '苗', '1978-03-15', idNo('19780315', '001'), '党员', '99.7', '四川石门', '本科', '学士', '石门坎村', '村支书', '村干部', '有', '在村', 13800000001, '0817-5500001', '石门坎村 5组', 1001, '第三选区（石门坎村）', '第一小组', '2021年12月20日', '换届', 1203, '外出务工三年'])
    expect(row).toEqual({
      row: 2,
      name: '张三丰',
      person: { sex: '1', ethnic: '06', birth: '1978-03', party: '01', join_party: '1999-07', native_place: '四川石门', edu: '20', degree: '3', work_unit: '石门坎村', post: '村支书', occupation: '05', fixed_income: true, residence_status: '1' },
      personPrivate: { birth_on: '1978-03-15', id_no: idNo('19780315', '001'), phone: '13800000001', phone2: '0817-5500001', address: '石门坎村 5组' },
      mandate: { cert_no: '1001', elected_on: '2021-12-20', elect_kind: '1', votes: 1203 },
      links: { constituencyNo: '3', constituencyName: '第三选区（石门坎村）', group: '第一小组' },
      remarks: { person: [{ text: '外出务工三年' }], personPrivate: [], mandate: [] },
      derived: [],
      doubts: { person: [], mandate: [] },
      warnings: [],
      errors: [],
    })
  })

  it('is stopped by an unreadable name and by nothing else', () => {
    const read = readSheet(sheet([['姓名', '性别'], ['', '男'], [12, '男'], ['——', '女'], ['甘草儿', '不男不女']]))
    expect(read.rows.map(({ row, errors }) => ({ row, errors }))).toEqual([
      { row: 2, errors: [{ row: 2, column: '姓名', code: 'name-empty', value: '' }] },
      { row: 3, errors: [{ row: 3, column: '姓名', code: 'name-unreadable', value: '12' }] },
      { row: 4, errors: [{ row: 4, column: '姓名', code: 'name-unreadable', value: '——' }] },
      { row: 5, errors: [] },
    ])
  })

  it('keeps a word that is no code in the remark of the record it belongs to, marked 待核', () => {
    const row = readPerson(['姓名', '政治面貌', '产生方式', '身份证'], ['甘草儿', '爱国人士', '推举', '无号'])
    expect([row.person, row.mandate, row.personPrivate]).toEqual([{}, {}, {}])
    expect(row.remarks).toEqual({
      person: [{ text: '政治面貌：爱国人士', field: 'party' }], personPrivate: [{ text: '公民身份号码：无号', field: 'id_no' }], mandate: [{ text: '产生方式：推举', field: 'elect_kind' }] })
    expect(row.doubts).toEqual({
      person: [{ field: 'party', code: 'unknown-code' }, { field: 'id_no', code: 'id-characters' }], mandate: [{ field: 'elect_kind', code: 'unknown-code' }] })
    expect(row.warnings).toEqual([
      { row: 2, column: '政治面貌', code: 'unknown-code', value: '爱国人士' }, { row: 2, column: '产生方式', code: 'unknown-code', value: '推举' },
      { row: 2, column: '身份证', code: 'id-characters', value: '无号' }])
  })

  it('takes sex and nationality from behind the name where their cells are empty', () => {
    const row = readPerson(['姓名', '性别', '民族'], ['白芷（女，苗族，连任）', '', '汉'])
    expect([row.name, row.person, row.remarks.person, codesOf(row)]).toEqual(['白芷', { sex: '2', ethnic: '01' }, [{ text: '连任', field: 'name' }], ['name-notes']])
  })

  it('treats a stroke as an empty cell', () => {
    expect(readPerson(['姓名', '政治面貌', '手机', '职务'], ['甘草儿', '—', '/', '－－'])).toMatchObject({ person: { }, personPrivate: {}, warnings: [] })
  })

  it('belongs to the constituency and group of a merged cell that covers it', () => {
    const read = readSheet(sheet([
      ['姓名', '选区', '小组', '职务'],
      ['甘草儿', { merged: 'origin', text: '石门坎村选区' }, { merged: 'origin', text: '第一小组' }, { merged: 'origin', text: '村民' }],
      ['白芷', { merged: 'covered' }, { merged: 'covered' }, { merged: 'covered' }],
    ]))
    expect(read.rows.map(({ links, person }) => ({ links, person }))).toEqual([
      { links: { constituencyName: '石门坎村选区', group: '第一小组' }, person: { post: '村民' } },
      { links: { constituencyName: '石门坎村选区', group: '第一小组' }, person: {} },
    ])
  })

  it('reads constituencies by number and by name', () => {
    const links = (text: string | number): unknown => readPerson(['姓名', '选区'], ['甘草儿', text]).links
    expect([3, '03', '三', '第十二选区', '12号选区', '三河村选区', '第3选区：上街'].map(links)).toEqual([
      { constituencyNo: '3' }, { constituencyNo: '3' }, { constituencyNo: '3', constituencyName: '三' }, { constituencyNo: '12', constituencyName: '第十二选区' },
      { constituencyNo: '12', constituencyName: '12号选区' }, { constituencyName: '三河村选区' }, { constituencyNo: '3', constituencyName: '第3选区：上街' }])
  })

  it('offers membership of the presidium, from its own column or from the post', () => {
    const role = (heading: string, text: string): unknown => readPerson(['姓名', heading], ['甘草儿', text]).links.presidiumRole
    expect([role('是否主席团成员', '是'), role('是否主席团成员', '否'), role('主席团职务', '副主席'), role('职务', '镇人大主席'), role('职务', '党委委员、人大副主席'), role('职务', '工会主席'), role('职务', '村支书')]).toEqual([
      '3', undefined, '2', '1', '2', undefined, undefined])
  })
})

describe('an ID number in a roster', () => {
  const heading = ['姓名', '性别', '出生年月', '身份证号码']

  it('gives sex, month and day where the cells are empty', () => {
    const row = readPerson(heading, ['甘草儿', '', '', idNo('19780315', '001').toLowerCase()])
    expect([row.person, row.personPrivate.birth_on, row.derived, row.warnings]).toEqual([
      { sex: '1', birth: '1978-03' }, '1978-03-15', ['person.sex', 'person.birth', 'person_private.birth_on'], []])
  })

  it('stored as a number is refused, and nothing of it is kept', () => {
    const big = Number(idNo('19780315', '001'))
    const cells = [big, 510099780315001, '5.10099E+17', '5.1E17']
    const rows = cells.map((value) => readPerson(heading, ['甘草儿', '', '', value]))
    expect(rows.map((row) => [row.person, row.personPrivate, row.doubts.person, codesOf(row)])).toEqual(
      cells.map(() => [{}, {}, [{ field: 'id_no', code: 'id-as-number' }], ['id-as-number']]))
    expect(JSON.stringify({ ...rows[0], warnings: [] })).not.toContain('5100')
  })

  it('of a text file that lost its last digits is refused too, unless it checks', () => {
    const lost = idNo('19780315', '001').slice(0, 15) + '000'
    const real = Array.from({ length: 99 }, (_, day) => idNo(`197803${String((day % 28) + 1).padStart(2, '0')}`, `${Math.floor(day / 28)}00`)).find((id) => id.endsWith('000'))!
    expect(codesOf(readPerson(heading, ['甘草儿', '', '', lost], { untyped: true }))).toEqual(['id-as-number'])
    expect(codesOf(readPerson(heading, ['甘草儿', '', '', lost]))).toEqual(['id-checksum'])
    expect(readPerson(heading, ['甘草儿', '', '', real], { untyped: true }).personPrivate['id_no']).toBe(real)
  })

  it('that is wrong is kept and marked 待核, and fills no other cell', () => {
    const good = idNo('19780315', '001')
    const wrong = good.slice(0, 17) + (good.endsWith('1') ? '2' : '1')
    const row = readPerson(heading, ['甘草儿', '', '', wrong])
    expect([row.person, row.personPrivate, row.doubts.person]).toEqual([{}, { id_no: wrong }, [{ field: 'id_no', code: 'id-checksum' }]])
    expect(codesOf(readPerson(heading, ['甘草儿', '', '', good.slice(0, 17)]))).toEqual(['id-length'])
  })

  it('of 15 digits is lengthened with a note and no 待核', () => {
    const row = readPerson(heading, ['甘草儿', '', '', '510099780315001'])
    expect([row.personPrivate['id_no'], codesOf(row), row.doubts.person]).toEqual([idNo('19780315', '001'), ['id-converted'], []])
  })

  it('that contradicts sex or birth marks them, and the cells keep their values', () => {
    const row = readPerson(heading, ['甘草儿', '女', '1979.3', idNo('19780315', '001')])
    expect(row.person).toEqual({ sex: '2', birth: '1979-03' })
    expect(row.personPrivate).toEqual({ id_no: idNo('19780315', '001') })
    expect(row.doubts.person).toEqual([{ field: 'sex', code: 'sex-mismatch' }, { field: 'birth', code: 'birth-mismatch' }])
    expect(row.warnings).toEqual([{ row: 2, column: '性别', code: 'sex-mismatch', value: '女' }, { row: 2, column: '出生年月', code: 'birth-mismatch', value: '1979.3' }])
  })

  it('tells who is too young or too old', () => {
    expect(codesOf(readPerson(heading, ['甘草儿', '', '', idNo('20081125', '001')]))).toEqual(['age-under-18'])
    expect(codesOf(readPerson(heading, ['甘草儿', '', '', idNo('20081124', '001')]))).toEqual([])
    expect(codesOf(readPerson(heading, ['甘草儿', '', '', idNo('19100101', '001')]))).toEqual(['age-over-100'])
  })
})

describe('a date in a roster', () => {
  const birth = (value: Parameters<typeof readPerson>[1][number], id = '', more = {}): unknown => {
    const row = readPerson(['姓名', '出生年月', '身份证'], ['甘草儿', value, id], more)
    return [row.person['birth'], row.personPrivate['birth_on'], codesOf(row)]
  }

  it('is a month, and a day where the sheet has one', () => {
    expect([{ date: '1978-03-15' }, { date: '1978-03' }, 28564, '1978.3', 197803, '78.03'].map((value) => birth(value))).toEqual([
      ['1978-03', '1978-03-15', []], ['1978-03', undefined, []], ['1978-03', '1978-03-15', []], ['1978-03', undefined, []], ['1978-03', undefined, []], ['1978-03', undefined, []]])
  })

  it('of a numeric 1978.1 is decided by the ID, even by one with a wrong check digit', () => {
    const october = idNo('19781015', '001')
    const wrong = october.slice(0, 17) + (october.endsWith('1') ? '2' : '1')
    expect([birth(1978.1, october), birth(1978.1, idNo('19780115', '001')), birth(1978.1, wrong)]).toEqual([
      ['1978-10', '1978-10-15', []], ['1978-01', '1978-01-15', []], ['1978-10', undefined, ['id-checksum']]])
  })

  it('of a numeric 1978.1 without an ID is January, with a warning and 待核', () => {
    const row = readPerson(['姓名', '出生年月'], ['甘草儿', 1978.1])
    expect([row.person, row.birthOtherwise, row.doubts.person, row.warnings]).toEqual([
      { birth: '1978-01' }, '1978-10', [{ field: 'birth', code: 'date-ambiguous' }], [{ row: 2, column: '出生年月', code: 'date-ambiguous', value: '1978.1' }]])
    expect(birth(1978.1, idNo('19780515', '001'))).toEqual(['1978-01', undefined, ['date-ambiguous', 'birth-mismatch']])
  })

  it('of a text 1978.1 is January; in a .csv only if some other date kept its zero', () => {
    expect(birth('1978.1')).toEqual(['1978-01', undefined, []])
    expect(birth('1978.1', '', { untyped: true })).toEqual(['1978-01', undefined, ['date-ambiguous']])
    const read = readSheet(sheet([['姓名', '出生年月'], ['甘草儿', '1978.1'], ['白芷', '1985.10']], { untyped: true }))
    expect(read.rows.flatMap((row) => codesOf(row))).toEqual([])
  })

  it('typed as 1978.3 into a cell that shows dates is what was typed', () => {
    const table = sheet([['姓名', '出生年月'], ['甘草儿', '']])
    const odd = { ...table, rows: [table.rows[0]!, [table.rows[1]![0]!, { text: '1905-05-31', kind: 'date', number: 1978.3 } as const]] }
    expect(readSheet(odd).rows[0]?.person).toEqual({ birth: '1978-03' })
  })

  it('that nobody can read, or that lies ahead, goes to the remark', () => {
    const row = readPerson(['姓名', '出生年月', '当选日期', '资格确认日期'], ['甘草儿', '1978', '2021.12', '2099-01-01'])
    expect([row.person, row.mandate]).toEqual([{}, {}])
    expect([row.remarks.person, row.remarks.mandate.map((line) => line.text), codesOf(row)]).toEqual([
      [{ text: '出生年月：1978', field: 'birth' }], ['当选日期：2021.12', '资格确认日期：2099-01-01'], ['date-year-only', 'date-needs-day', 'date-future']])
  })
})

describe('a phone in a roster', () => {
  const heading = ['姓名', '联系电话', '备用电话']

  it('may be two, or more than there is room for', () => {
    expect(readPerson(heading, ['甘草儿', '13800000001/13900000002', '']).personPrivate).toEqual({ phone: '13800000001', phone2: '13900000002' })
    expect(readPerson(heading, ['甘草儿', '13800000001/13900000002', '0817-5500001']).personPrivate).toEqual({ phone: '13800000001', phone2: '0817-5500001' })
    const three = readPerson(heading, ['甘草儿', '13800000001、13900000002、13700000003', ''])
    expect([three.personPrivate, three.remarks, codesOf(three)]).toEqual([
      { phone: '13800000001', phone2: '13900000002' }, { person: [], personPrivate: [{ text: '手机号码：13700000003', field: 'phone' }], mandate: [] }, ['phones-many']])
  })

  it('that is none is kept and marked', () => {
    const row = readPerson(heading, ['甘草儿', '1380000', ''])
    expect([row.personPrivate, row.doubts.person]).toEqual([{ phone: '1380000' }, [{ field: 'phone', code: 'bad-phone' }]])
  })
})

it('a long account number stored as a number is not taken: its last digits are gone', () => {
  const row = readPerson(['姓名', '银行账号'], ['甘草儿', 6.217001234567890e18])
  expect([row.personPrivate, codesOf(row)]).toEqual([{}, ['number-cut']])
})

describe('rows under titles', () => {
  const heading = ['序号', '姓名', '性别', '职务']
  const title = (text: string) => [{ merged: 'origin' as const, text }, { merged: 'covered' as const }, { merged: 'covered' as const }, { merged: 'covered' as const }]
  const links = (...rows: Parameters<typeof sheet>[0]) => readSheet(sheet([heading, ...rows])).rows.map((row) => [row.name, row.links, row.under ?? []])

  it('belong to the constituency and the group that the titles above them name', () => {
    expect(links(title('第一代表小组（共3人）'), title('第一选区'), [1, '甘草儿', '男', ''], [2, '白芷', '女', ''], title('第二选区（石门坎村）'), [3, '石竹', '男', ''], title('二、石桥代表小组'), [4, '苏木', '男', ''])).toEqual([
      ['甘草儿', { group: '第一代表小组', constituencyNo: '1', constituencyName: '第一选区' }, ['第一代表小组', '第一选区']],
      ['白芷', { group: '第一代表小组', constituencyNo: '1', constituencyName: '第一选区' }, ['第一代表小组', '第一选区']],
      ['石竹', { group: '第一代表小组', constituencyNo: '2', constituencyName: '第二选区（石门坎村）' }, ['第一代表小组', '第二选区（石门坎村）']],
      ['苏木', { group: '石桥代表小组' }, ['石桥代表小组']],
    ])
  })

  it('are read the same where the title stands in the column of names, is not merged, or has its count beside it', () => {
    const one = [['甘草儿', { constituencyNo: '3', constituencyName: '第3选区' }, ['第3选区']]]
    expect(links(['', '第3选区', '', ''], [1, '甘草儿', '男', ''])).toEqual(one)
    expect(links(['第 3 选 区', '', '', ''], [1, '甘草儿', '男', ''])).toEqual([['甘草儿', { constituencyNo: '3', constituencyName: '第 3 选区' }, ['第 3 选区']]])
    expect(links(['第3选区：', '', '', '4人'], [1, '甘草儿', '男', ''])).toEqual(one)
    expect(links(['', '', '', '石门坎村代表团'], [1, '甘草儿', '男', ''])).toEqual([['甘草儿', { delegation: '石门坎村代表团' }, ['石门坎村代表团']]])
  })

  it('keep what their own cells say, and other titles, notes and totals say nothing', () => {
    const read = readSheet(sheet([
      ['姓名', '选区', '小组'], [{ merged: 'origin', text: '第一选区' }, { merged: 'covered' }, { merged: 'covered' }],
      ['甘草儿', '第二选区', ''], ['白芷', '', '第一小组'], [{ merged: 'origin', text: '一、农民代表' }, { merged: 'covered' }, { merged: 'covered' }], ['石竹', '', ''],
      ['注：第一选区由石门坎村划定', '', ''], ['合计', '', '3人'],
    ]))
    expect(read.rows.map((row) => [row.name, row.links])).toEqual([
      ['甘草儿', { constituencyNo: '2', constituencyName: '第二选区' }], ['白芷', { constituencyNo: '1', constituencyName: '第一选区', group: '第一小组' }],
      ['石竹', { constituencyNo: '1', constituencyName: '第一选区' }],
    ])
  })
})
