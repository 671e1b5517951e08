import { describe, expect, it } from 'vitest'
import { codeOf, codeTables, isLooseWord, labelOf, type CodeTableName } from '../../shared/codes'

const names = Object.keys(codeTables) as CodeTableName[]

describe('every code table', () => {
  it('is registered under its own name', () => {
    expect(names.filter((name) => codeTables[name].name !== name)).toEqual([])
  })

  it('has each code and each label once', () => {
    const doubled = names.filter((name) => {
      const { entries } = codeTables[name]
      return new Set(entries.map((entry) => entry.code)).size !== entries.length || new Set(entries.map((entry) => entry.label)).size !== entries.length
    })
    expect(doubled).toEqual([])
  })

  it('takes each code and each label for itself', () => {
    const wrong = names.flatMap((name) => codeTables[name].entries
      .filter((entry) => codeOf(name, entry.code) !== entry.code || codeOf(name, entry.label) !== entry.code)
      .map((entry) => `${name} ${entry.code} ${entry.label}`))
    expect(wrong).toEqual([])
  })

  it('takes each alias for the row that lists it', () => {
    const wrong = names.flatMap((name) => codeTables[name].entries.flatMap((entry) => entry.aliases
      .filter((alias) => codeOf(name, alias) !== entry.code)
      .map((alias) => `${name} ${alias}: ${String(codeOf(name, alias))}, listed under ${entry.code}`)))
    expect(wrong).toEqual([])
  })

  it('shows an unknown code as it is, so that a newer record stays readable', () => {
    expect(labelOf('party', '77')).toBe('77')
    expect(labelOf('party', '05')).toBe('民盟盟员')
  })
})

describe('the words of old rosters', () => {
  const read = (table: CodeTableName, ...words: string[]): (string | null)[] => words.map((word) => codeOf(table, word))

  it('are understood as the dictionary lists them', () => {
    expect(read('sex', '男性', 'f', 'M', '女')).toEqual(['1', '2', '1', '2'])
    expect(read('ethnic', '苗', '汉', '维吾尔', '土家', '布依族', '维族', '满洲', '蒙', '蒙族', '哈萨')).toEqual(['06', '01', '05', '15', '09', '05', '11', '02', '02', '17'])
    expect(read('party', '党员', '中共', '正式党员', '预备党员', '团员', '民革党员', '民盟会员', '九三', '无党派', '群众', '无')).toEqual([
      '01', '01', '01', '02', '03', '04', '05', '10', '12', '13', '13'])
    expect(read('edu', '博士', '硕士研究生', '研究生', '大本', '函授本科', '大专', '高职', '技校', '高中', '初中毕业', '小学', '文盲')).toEqual([
      '11', '14', '10', '20', '20', '30', '30', '40', '60', '70', '80', '90'])
    expect(read('occupation', '村支书', '农民工', '教师', '公务员', '个体户', '武警')).toEqual(['05', '02', '03', '04', '07', '08'])
    expect(read('end_reason', '2a', 'S1', '调动', '责令辞职', '病故', '换届')).toEqual(['2a', null, '1', '2b', '8', '9'])
    expect(read('suspend_reason', 's1', '服刑')).toEqual(['S1', 'S2'])
    expect(read('field', '三农', '城建', '综治', '党建')).toEqual(['01', '05', '11', '14'])
    expect(read('supervision_form', '听取汇报', '专题调查', '站所评议', '票决跟踪')).toEqual(['01', '04', '08', '11'])
    expect(read('result_class', 'a类', '乙', '留作参考', '转上级', '已采纳')).toEqual(['A', 'B', 'C', 'D', 'A'])
    expect(read('route', '自办', '转站所', '转信访')).toEqual(['2', '4', '7'])
    expect(read('accept', '受理', '退回')).toEqual(['1', '2'])
    expect(read('handling_mode', '独办', '会办', '分办')).toEqual(['1', '2', '3'])
    expect(read('attendance.state', '√', '实到', '旷会', '×', '请假')).toEqual(['1', '1', '5', '5', '3'])
  })

  it('may have 级, 族 or 代表 too much or too little, and spaces or full-width letters', () => {
    expect(read('level', '县级代表', '县代表', '镇', '乡级', '区', '州', '省级')).toEqual(['4', '4', '5', '5', '4', '3', '2'])
    expect(read('ethnic', ' 土 家 族 ', '汉　族', '汉族代表')).toEqual(['15', '01', '01'])
    expect(read('end_reason', '２ａ', '２Ａ')).toEqual(['2a', '2a'])
    expect(read('group.kind', '小组', '代表团')).toEqual(['1', '3'])
  })

  it('may be short for a label: without its ending, its brackets or one of its halves', () => {
    expect(read('party', '民革', '农工党', '九三学社', '台盟')).toEqual(['04', '08', '10', '11'])
    expect(read('edu', '中专')).toEqual(['40'])
    expect(read('inquiry.answer_mode', '书面', '口头')).toEqual(['3', null])
    expect(read('route', '转村')).toEqual(['3'])
  })

  it('may be a code that lost its leading zero in a spreadsheet', () => {
    expect(read('party', '1', '13', '01')).toEqual(['01', '13', '01'])
  })

  it('are unknown where nobody could say what they mean', () => {
    expect(read('party', '', '干部', '党员代表团')).toEqual([null, null, null])
    expect(read('sex', '未填')).toEqual([null])
  })

  it('are taken with a warning where they do not say everything', () => {
    expect([isLooseWord('attendance.state', '请 假'), isLooseWord('attendance.state', '病假'), isLooseWord('participation.state', '请假')]).toEqual([true, false, false])
  })
})

it('forms offer eight degrees of schooling, and imports keep every code of the standard', () => {
  const { entries } = codeTables.edu
  expect(entries.filter((entry) => !entry.hidden).map((entry) => entry.label)).toEqual(['研究生', '大学本科', '大学专科', '中专/中技', '高中', '初中', '小学', '其他'])
  expect(entries.map((entry) => entry.code).join(' ')).toBe(
    '10 11 12 13 14 15 16 17 18 19 20 21 22 23 28 30 31 32 33 40 41 42 43 44 45 46 47 48 49 60 61 62 63 70 71 73 80 81 83 90')
})
