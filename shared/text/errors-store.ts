/** Error sentences of the store: opening, saving, backing up. None of them ever offers to delete data. */
import type { Detail, ErrorCode } from '../result'
import { part, type Sentence, type Words } from './say'

const told = (say: string, next: string): Sentence => ({ say, next })

// The same codes are met on the stick and in packages, where a backup is no answer.
const onStick = (d: Detail): boolean => part(d, 'on') === 'stick'
/** A report or table on its way to a folder that a person chose. */
const asDocument = (d: Detail): boolean => part(d, 'on') === 'document'
/** A backup on its way to the second place. */
const asBackup = (d: Detail): boolean => part(d, 'on') === 'backup'
const anotherPlace = '请腾出地方，或换一个位置；本机的备份和记录都在。'
const anotherFolder = '请换一个文件夹再生成一次；记录都在。'

function damagedWords(of: string): Sentence {
  if (of === '') return told('文件损坏了。', '原来的文件没有动。请从最近的备份恢复。')
  if (of === 'key') return told('打开数据用的钥匙文件（key.json）不见了或坏了。', '记录没有丢，也没有动。请从最近的备份恢复，钥匙会一起回来。')
  if (of === 'pages') return told('数据文件（data.db）坏了，打不开。', '坏的文件没有动，也没有删。请从最近的备份恢复。')
  if (of === 'database') return told('数据文件（data.db）不在文件夹里了，或者是空的。', '请先到回收站或杀毒软件的隔离区找回来；找不到就从最近的备份恢复。')
  if (['header', 'sum', 'records'].includes(of)) return told('这份备份坏了，读不完整。', '现在的数据没有动。请换另一份备份再试。')
  if (of === 'attachment') return told('有一个附件和登记时不一样了，没有做成上报包。', '请打开这条记录重新添加附件，再上报。')
  return told('这个包坏了，读不完整。', '没有读入任何内容。请换一个 U 盘重新拷一份，或让对方重新做。')
}

/** A file of the exchange that is of another kind than is read here. */
const wrongKind: Readonly<Record<string, Sentence>> = {
  up: told('这是镇里的上报包，要在县里导入。', '请把 U 盘交给县人大；本机要读的是县里的回执。'),
  down: told('这是县里给镇里的回执，要在镇里读入。', '请把 U 盘带回镇里，在“上报”里读入。'),
  invite: told('这是县里给镇里的加入文件，不是数据包。', '请在“设置”的“与县里配对”里打开它，并输入纸条上的配对码。'),
  rollup: told('这是县里报给市里的汇总，要在市里读入。', '请把 U 盘交给市里；本机要读的是自己的包。'),
}

export const storeErrorWords = {
  'no-store': told('这台电脑上还没有建立数据。', '请先完成第一次设置，或从备份恢复。'),
  'store-exists': told('这里已经有一份数据了，没有覆盖它。', '请直接输入密码打开。'),
  'wrong-password': told('密码不对。', '请检查大小写和中英文输入法，再试一次。'),
  'password-needed': told('需要输入密码。', '请输入打开本软件的密码。'),
  locked: told('数据已经锁上了。', '请重新输入密码，您填的都还在。'),
  'in-use': (d) => part(d, 'what') === 'job' ? told('还有一件事没做完（导入、上报或生成文档）。', '请等它做完再搬。') : part(d, 'what') === 'backup' ? told('这份备份正在做。', '请等它做完，或先取消它。') : asDocument(d) ? told(`“${part(d, 'file')}”正被别的程序打开着。`, '请在 Word 或 WPS 里关掉它，再生成一次。') : onStick(d) && part(d, 'at') === 'eject' ? told('U 盘还在用，现在不能拔。', '请关掉打开着 U 盘上文件的窗口，再点一次“安全移除”。') : onStick(d) ? told('U 盘上的文件正被别的程序占用。', '请关掉杀毒软件的扫描窗口或资源管理器，再写一次；本机的记录都在。') : told(`另一个窗口正在使用这份数据${part(d, 'pid') ? `（进程 ${part(d, 'pid')}）` : ''}。`, '请切换到那个窗口，或先关掉它再打开。'),
  'disk-full': (d) => asBackup(d) ? told('那里的空间不够，备份没有写进去。', anotherPlace) : asDocument(d) ? told('那里的空间不够，文档没有写进去。', anotherFolder) : onStick(d)
    ? told('U 盘的空间不够，没有写进去。', '请删掉 U 盘上不用的文件，或换一个 U 盘；本机的记录都在。')
    : part(d, 'on') === 'database' ? told('数据库服务器的硬盘满了，这一包没有装入。', '请数据库管理员腾出空间，再装一次；装过的都在，重复装没有坏处。')
    : part(d, 'at') === 'start' ? told('硬盘满了，数据打不开。', '请先腾出地方；记录都在，没有丢。')
    : told('硬盘满了，没有存进去。', '请删掉一些不用的文件，再保存一次；已有的记录都在。'),
  'read-only': (d) => asBackup(d) ? told('那个位置不让写，备份没有写进去。', '请换一个位置；本机的备份和记录都在。') : asDocument(d) ? told('那个文件夹不让写。', anotherFolder) : onStick(d) ? told('U 盘写不进去，可能开了写保护。', '请拨开 U 盘的写保护开关，或换一个 U 盘；本机的记录都在。') : told('数据所在的文件夹不让写。', '请用本人的账号登录电脑，或请维护人员放开这个文件夹的权限。'),
  'io-error': (d) => asBackup(d) ? told('那里读写出错，备份没有写进去。', '请换一个位置；本机的备份和记录都在。') : asDocument(d) ? told('那里读写出错，文档没有写进去。', anotherFolder) : onStick(d)
    ? told('这个 U 盘读写出错，写进去的和原来的不一样。', '请换一个 U 盘再写一次；本机的记录都在，没有丢。')
    : told('读写硬盘时出错。', '请关机重开再试；再出现，请尽快把备份拷到 U 盘并检查硬盘。'),
  damaged: (d) => damagedWords(part(d, 'part')),
  'newer-version': told('这份数据是更新版本的软件建的。', '请安装新版软件再打开，数据没有问题。'),
  'network-folder': told('数据放在网络盘或云盘里，容易丢。', '请把数据放在这台电脑自己的硬盘上。'),
  'no-database': (d) => part(d, 'reason') === 'url' ? told('数据库地址写得不对。', '请写成 postgresql://用户@主机/库名；口令放在 PGPASSWORD 里。')
    : told(`连不上 PostgreSQL 数据库，或者它不让进${part(d, 'reason') ? `（${part(d, 'reason')}）` : ''}。`, '请数据库管理员核对地址、用户和权限，再装一次；装过的都在，重复装没有坏处。'),
  'not-a-folder': told('那里是一个文件，不是文件夹。', '请换一个文件夹再试。'),
  'not-a-backup': told('选的不是本软件的备份文件。', '请选文件名带“备份”的文件。'),
  'wrong-role': (d) => wrongKind[part(d, 'type')] ?? told('这项操作只在另一级使用。', '镇里的数据用于上报，县里的数据用于导入。'),
  'moved-away': told('这台电脑上的记录已经搬到新电脑，这里停用了。', '请在新电脑上记；没有搬成，就重新打开软件，点“没有搬成，还在这台用”。'),
  'clock-ahead': told('电脑的日期不对。', '请先把电脑日期调成今天，再打开软件。'),
} satisfies Partial<Record<ErrorCode, Words>>
