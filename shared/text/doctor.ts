/** What the doctor looks at, in words, and who can put it right where it cannot do so itself. */

interface DoctorWords {
  readonly what: string
  /** What a person can do; the doctor's own repair needs no sentence. */
  readonly next: string
}

const words: Readonly<Record<string, DoctorWords>> = {
  integrity: { what: '数据文件有损坏的地方', next: '请先把这份备份到 U 盘留着，再从损坏以前的备份恢复。' },
  indexes: { what: '查找用的目录和记录对不上', next: '点“修好能修的”。' },
  digests: { what: '有记录的内容和保存时不一样', next: '请从以前的备份恢复；或请县里做一份“完整回执”补回来。' },
  'lost-versions': { what: '有记录的最新内容不见了', next: '请从以前的备份恢复；或请县里做一份“完整回执”补回来。' },
  erased: { what: '有彻底删除的内容没有删干净', next: '点“修好能修的”。' },
  heads: { what: '有记录的最新版本没有对上', next: '点“修好能修的”。' },
  redirects: { what: '合并过的记录没有对上', next: '点“修好能修的”。' },
  clock: { what: '保存先后的计时落后了', next: '点“修好能修的”。' },
  towns: { what: '有的镇没有列出来', next: '点“修好能修的”。' },
  rows: { what: '列表和记录不一致', next: '点“修好能修的”。' },
  links: { what: '记录之间的联系不完整', next: '点“修好能修的”。' },
  search: { what: '搜索和记录不一致', next: '点“修好能修的”。' },
  copies: { what: '加快打开用的副本和记录不一致', next: '点“修好能修的”。' },
  orphans: { what: '有记录指向已经没有的记录', next: '打开这些记录，重新选一下；不改也不影响别的数字。' },
  'double-numbers': { what: '有编号重复', next: '打开这些记录，改掉重复的编号。' },
  'against-rules': { what: '有记录不合填写规则', next: '打开这些记录，按红字提示改一下再保存。' },
  'unknown-types': { what: '有新版软件的记录', next: '升级软件以后就能看到，现在原样留着。' },
  'attachments-missing': { what: '有附件不在这台电脑上', next: '设了第二个备份位置的，点“修好能修的”找回；没有的，打开这条记录重新添加附件。' },
  'attachments-broken': { what: '有附件打不开了', next: '设了第二个备份位置的，点“修好能修的”找回；没有的，打开这条记录重新添加附件。' },
  'attachments-left': { what: '有已经抹去的附件还留着', next: '点“修好能修的”。' },
}

/** Words of a check; one that is not known here (a newer version's) is called by its name. */
export const doctorWords = (check: string): DoctorWords => words[check] ?? { what: check, next: '请把这一行抄给维护人员。' }
