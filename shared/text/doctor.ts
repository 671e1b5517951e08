/** What the doctor looks at, in words, and who can put it right where it cannot do so itself. */

interface DoctorWords {
  readonly what: string
  /** What a person can do; the doctor's own repair needs no sentence. */
  readonly next: string
}

const words: Readonly<Record<string, DoctorWords>> = {
  integrity: { what: '数据文件有损坏的地方', next: '请先把这份备份到 U 盘留着，再从损坏以前的备份恢复。' },
  digests: { what: '有记录的内容和保存时不一样', next: '请从以前的备份恢复；或请县里做一份“完整回执”补回来。' },
  heads: { what: '有记录的最新版本没有对上', next: '点“修好能修的”。' },
  redirects: { what: '合并过的记录没有对上', next: '点“修好能修的”。' },
  rows: { what: '列表和记录不一致', next: '点“修好能修的”。' },
  links: { what: '记录之间的联系不完整', next: '点“修好能修的”。' },
  search: { what: '搜索和记录不一致', next: '点“修好能修的”。' },
  orphans: { what: '有记录指向已经没有的记录', next: '打开这些记录，重新选一下；不改也不影响别的数字。' },
  'double-numbers': { what: '有编号重复', next: '打开这些记录，改掉重复的编号。' },
  'unknown-types': { what: '有新版软件的记录', next: '升级软件以后就能看到，现在原样留着。' },
  'attachments-missing': { what: '有附件不在这台电脑上', next: '设了第二个备份位置的，点“修好能修的”找回；没有的，打开这条记录重新添加附件。' },
  'attachments-broken': { what: '有附件打不开了', next: '设了第二个备份位置的，点“修好能修的”找回；没有的，打开这条记录重新添加附件。' },
}

/** Words of a check; one that is not known here (a newer version's) is called by its name. */
export const doctorWords = (check: string): DoctorWords => words[check] ?? { what: check, next: '请把这一行抄给维护人员。' }
