// The way to every dialog and side sheet of the window, for scripts/gallery.mjs --dialogs. test/code/dialogs.test.ts: every file that draws one has a line.

/** By component, its folder under renderer/; `at` = a screen of the gallery, `press` = buttons by their names, one after the other. */
const way = (of, at, press, more = {}) => ({ of, at, press, name: `dialog-${of.split('/').at(-1)}`, level: 'town', ...more })
const above = (of, at, press, more = {}) => way(of, at, press, { level: 'county', ...more })

/** The first office of the board, of a county's window and of a city's. */
const below = /^(青禾镇|望川县人大常委会)$/u

/** Takes the tick from the first name of the roll. */
const someoneAway = (page) => page.locator('.roll input[type=checkbox]').first().press('Space')

export const ways = [
  way('attendance/PickPeople', 'screen-quick-activity', ['增减人员']),
  way('attendance/LeaveDialog', 'screen-quick-activity', [someoneAway, /^填请假事由/u]),
  way('fields/PasteNames', 'screen-quick-activity', ['从表格粘贴名单']),
  way('ui/ConfirmDelete', 'page-document', ['删除']),
  way('ui/RestoreBackup', 'settings-safety', ['从备份恢复']),
  way('records/FormsDialog', 'page-suggestion', ['打印']),
  way('records/EraseRecord', 'page-person_private', ['彻底抹去']),
  way('records/HistoryDrawer', 'page-document', [/^全部记录/u]),
  way('records/StepDrawer', 'page-suggestion', ['催办']),
  way('attachments/ScanDialog', 'page-activity', ['取扫描件']),
  way('attachments/PictureViewer', 'page-activity', [/^签到表\.png/u]),
  way('print/PreviewDialog', 'screen-todos', ['预览']),
  way('why/WhyHost', 'page-suggestion', [/怎么来的$/u]),
  way('screens/handover/HandOverDialog', 'screen-handover', ['办理交接']),
  way('screens/handover/StickDialog', 'screen-handover', ['给新电脑做一份']),
  way('screens/report/SignOff', 'screen-annual-report', ['签发定稿…']),
  way('screens/report/FrozenDrawer', 'screen-annual-report', ['历次定稿']),
  way('screens/deputies/MoveGroup', 'page-mandate', ['换小组']),
  way('screens/meetings/DoneDialog', 'page-presidium_meeting', [/^登记完成/u]),
  way('screens/meetings/VoteDrawer', 'page-session', [/^[记改]表决/u]),
  way('screens/exchange/PlainHandIn', 'screen-report', ['县里不用本软件？交表格']),
  way('screens/exchange/FullAgain', 'screen-report', ['全部重报一遍']),
  way('screens/exchange/UnsentDrawer', 'screen-report', ['看清单']),
  way('screens/exchange/RecoverDialog', 'settings-safety', ['用恢复单找回']),
  way('screens/exchange/PairAgain', 'settings-office', ['用新纸条重新配对']),
  way('screens/exchange/RecoveryCard', 'settings-safety', ['打印恢复单']),
  way('screens/recovery-code/RecoveryCodeCard', 'settings-safety', ['打印密码恢复单']),
  way('screens/rules/UpdateDialog', 'settings-rules', ['导入规则更新']),
  way('screens/rules/HolidayDialog', 'settings-rules', ['粘贴放假安排']),
  way('screens/rules/RuleDrawer', 'settings-rules', [/^修改/u]),
  way('screens/home/SettleDialog', 'screen-todos', [/^暂缓/u]),
  way('screens/term/ArchiveButton', 'screen-term', ['整届存档']),
  way('screens/stats/DrillDrawer', 'screen-statistics', [(page) => page.locator('main .fig').first().press('Enter')]),
  way('screens/sites/SiteDrill', 'page-site', [/看名单$/u]),
  way('screens/supervision/FindingsDrawer', 'page-supervision', ['记问题']),
  way('screens/points/RulesDrawer', 'list-score', ['评分规则']),
  way('screens/points/PointsDrawer', 'list-score', [(page) => page.locator('main tbody button').first().press('Enter')]),
  way('screens/suggestions/CourseDrawer', 'page-suggestion', [/^逐条看/u]),
  way('screens/suggestions/ReplyDrawer', 'page-suggestion', ['登记答复']),
  above('records/AskToMend', 'page-suggestion', ['请镇里改'], { role: 'county' }),
  above('screens/county/InviteDialog', 'screen-towns', [/^配对新/u]),
  above('screens/county/RealmKeysDialog', 'screen-towns', [/^更换本.的钥匙$/u]),
  above('screens/county/TownDrawer', 'screen-towns', [below]),
  above('screens/county/MapTownDialog', 'screen-towns', [below, '撤并、改名']),
  above('screens/county/AboveDialog', 'screen-import', [/^和.里配对$/u]),
  above('screens/county/ApproveDialog', 'screen-import', ['核对后准许'], { role: 'county' }),
  above('screens/county/PackageDrawer', 'screen-import', ['看明细'], { role: 'county' }),
  above('screens/stats/ReportedDrill', 'screen-statistics', [(page) => page.locator('main .fig').first().press('Enter')], { role: 'city' }),
  above('screens/county/ReportedDrawer', 'screen-towns', [below, '看报来的数字'], { role: 'city' }),
  // The last one: it locks the office.
  way('screens/recovery-code/ForgotPassword', 'settings-safety', ['现在锁上', '密码忘了', '用恢复单打开'], { locks: true }),
]

/** Those to which no way leads in the gallery's offices, with what it would take. */
export const without = {
  'screens/stats/BrokenDrawer': 'records that contradict each other; the seeded offices have none',
  'screens/exchange/FaultDrawer': 'a package with a record that this version cannot read',
  'screens/exchange/ManyAttachments': 'more than 500 MB of attachments',
  'screens/exchange/ReceiptList': 'more packages than the card has room for',
  'ui/CountyFirstStrip': 'a further computer of a town, before its first receipt',
}
