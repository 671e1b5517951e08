/** What a presidium and its deputies do every year, as titles to begin with; everything about them can be changed. Pure. */

/** Topics that a presidium's meetings come back to (组织法 and the provinces' rules on presidium work name them). */
export const usualTopics = [
  '传达学习上级人大会议精神', '听取和讨论镇人民政府专项工作报告', '讨论代表建议办理情况', '研究代表活动安排', '讨论视察、检查发现的问题和整改情况', '研究召开人民代表大会会议的有关事项',
] as const

/** Titles of activities by kind of D.9 (`06` is a training); kinds that differ each time have none. */
const titles: Readonly<Record<string, readonly string[]>> = {
  '06': ['学习代表法', '代表履职培训', '学习预算审查监督知识'],
  '07': ['小组学习讨论', '小组视察民生实事项目', '小组专题调研'],
  '08': ['走访联系选民', '走访困难群众'],
  '09': ['代表接待日', '代表接待选民'],
  '12': ['帮扶困难户', '为群众办实事'],
  '13': ['调解邻里纠纷', '调解土地纠纷'],
}

export const usualTitles = (kind: string): readonly string[] => titles[kind] ?? []
