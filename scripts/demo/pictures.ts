/** The screens that the demo photographs, by the routes of renderer/state/routes.ts. test/renderer/screens/pictured.test.ts: every screen is among them. */
export interface Picture {
  /** The name of the file. */
  readonly name: string
  readonly route: Readonly<Record<string, unknown>> & { readonly screen: string }
  /** A record of this type is looked up (`where` as in a list) and its id put into the route under `as`. */
  readonly find?: { readonly type: string; readonly as: string; readonly where?: Readonly<Record<string, string>> }
  /** Buttons that are pressed before the picture is taken. */
  readonly press?: readonly string[]
}

const screen = (name: string, at: string, more: Readonly<Record<string, unknown>> = {}): Picture => ({ name, route: { screen: at, ...more } })
const page = (name: string, type: string, where?: Readonly<Record<string, string>>): Picture =>
  ({ name, route: { screen: 'record', type }, find: { type, as: 'id', ...(where ? { where } : {}) } })
const change = (name: string, type: string): Picture => ({ name, route: { screen: 'edit', type }, find: { type, as: 'id' } })

const both: readonly Picture[] = [
  screen('设置-单位和名册', 'settings'),
  screen('设置-备份和密码', 'settings', { part: 'safety' }),
  screen('设置-期限规则', 'settings', { part: 'rules' }),
  screen('设置-统计口径', 'settings', { part: 'choices' }),
  screen('设置-字号和帮助', 'settings', { part: 'look' }),
  screen('帮助', 'help'),
  screen('操作记录', 'audit'),
  screen('存了什么', 'privacy'),
  screen('自己的栏目', 'own-fields'),
  screen('回收站', 'bin'),
  screen('许可', 'licences'),
  screen('换人换电脑', 'handover'),
]

const beginning: readonly Picture[] = [
  screen('首页', 'home'),
  screen('第一个小时', 'guide'),
  screen('收回来的纸', 'paper'),
  screen('待办', 'todos'),
  screen('日历', 'calendar'),
  screen('今年必做', 'year'),
]

const people: readonly Picture[] = [
  screen('代表', 'deputies'),
  { name: '代表-履职档案', route: { screen: 'deputy' }, find: { type: 'mandate', as: 'mandate', where: { status: '在任' } } },
  page('代表-任职', 'mandate', { status: '在任' }),
  change('代表-修改任职', 'mandate'),
  screen('代表-导入花名册', 'roster'),
  screen('代表-同名', 'duplicates'),
  { name: '代表-合并', route: { screen: 'merge', type: 'person' }, find: { type: 'person', as: 'from' } },
  screen('代表-换届', 'term'),
  screen('代表-变动', 'deputy-changes'),
  page('代表-补选', 'by_election'),
  page('代表-小组', 'group'),
]

const work: readonly Picture[] = [
  screen('会议', 'meetings'),
  screen('会议-记会议', 'quick-meeting'),
  page('会议-人代会', 'session', { status: '已归档' }),
  page('会议-主席团会议', 'presidium_meeting'),
  screen('活动', 'activities'),
  screen('活动-记活动', 'quick-activity'),
  page('活动-一次活动', 'activity'),
  page('活动-代表述职', 'debrief'),
  screen('建议', 'suggestions'),
  screen('建议-记建议', 'quick-suggestion'),
  screen('建议-清单', 'list', { type: 'suggestion' }),
  page('建议-一件建议', 'suggestion', { status: '已办结' }),
  screen('监督', 'supervision'),
  screen('监督-记监督', 'quick-supervision'),
  page('监督-一项监督', 'supervision', { status: '整改中' }),
  screen('监督-年度计划', 'plan'),
  screen('联络站', 'sites'),
  screen('联络站-记接待', 'quick-reception'),
  screen('联络站-站点清单', 'list', { type: 'site' }),
  page('联络站-一个站', 'site'),
  page('联络站-群众反映', 'voter_matter'),
  screen('民生与重大事项', 'matters'),
  screen('民生-项目清单', 'list', { type: 'livelihood_project' }),
  page('民生-一个项目', 'livelihood_project'),
  screen('民生-票决', 'project-vote'),
  screen('经费', 'funds'),
  screen('经费-预算', 'list', { type: 'budget' }),
  page('经费-一项预算', 'budget'),
  screen('经费-记支出', 'fund-expense'),
  screen('经费-误工补贴', 'fund-allowance', { year: String(new Date().getFullYear()) }),
  screen('文件', 'documents'),
  screen('文件-新建', 'edit', { type: 'document' }),
]

const figures: readonly Picture[] = [
  screen('统计报表', 'statistics'),
  screen('统计报表-建议办理', 'statistics', { tab: 'suggestions' }),
  screen('统计报表-看图', 'charts'),
  screen('统计报表-年度报告', 'annual-report'),
  screen('统计报表-预演交年报', 'rehearsal'),
  screen('统计报表-县里的表', 'county-form'),
  screen('活动-履职考核', 'list', { type: 'score' }),
  screen('文件-考核自评', 'list', { type: 'assessment' }),
]

/** What a town sees. */
export const townPictures: readonly Picture[] = [
  ...beginning, ...people, ...work, ...figures,
  screen('上报', 'report'),
  screen('上报-两台都改过', 'conflicts'),
  ...both,
  screen('设置-单位清单', 'list', { type: 'organisation' }),
  screen('设置-补录旧台账', 'old-ledger'),
]

/** What the county sees. */
export const countyPictures: readonly Picture[] = [
  screen('首页', 'home'),
  screen('各镇', 'towns'),
  { name: '各镇-更换钥匙', route: { screen: 'towns' }, press: ['更换本县的钥匙'] },
  { name: '各镇-一个镇', route: { screen: 'towns' }, press: ['青禾镇'] },
  screen('导入', 'import'),
  screen('导入-县镇都改过', 'conflicts'),
  screen('统计报表', 'statistics'),
  screen('统计报表-看图', 'charts'),
  screen('统计报表-上级的表', 'county-form'),
  screen('交办', 'orders'),
  screen('交办-新交办', 'order-new'),
  ...both,
]
