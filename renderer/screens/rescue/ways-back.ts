/** What can be done about each failure of the start. Nothing here deletes anything. */
import type { ErrorCode, Failure } from '../../../shared/result'

export type Way = 'again' | 'restore'

export interface Advice {
  /** Buttons, the likely one first. */
  readonly ways: readonly Way[]
  /** What to try by hand, in order. */
  readonly steps: readonly string[]
}

const keepAll = '不要删下面文件夹里的任何文件。'
const ownBackup = '点“从备份恢复”：先看本机自动做的，再看 U 盘、第二个备份位置。恢复前软件会把现在这份改名留着。'
/** What was reported lies with the county; what was not, only in the backups. */
const fromCounty = '没有备份，或备份太旧：向县里要一份“完整回执”，报过的都能补回来；没有备份的，先把下面的文件夹改名留好，重新设置并和县里配对再读入。'
const privateSheet = '身份证号、电话这些不上报的，用“换电脑用的恢复单”从回执里找回。'

const lostFile: Advice = { ways: ['restore', 'again'], steps: [keepAll, ownBackup, fromCounty, privateSheet] }

const byCode: Readonly<Partial<Record<ErrorCode, Advice>>> = {
  'in-use': { ways: ['again'], steps: ['看看任务栏里是不是已经开着一个窗口，切换过去就行。', '没有的话，重启电脑，再打开软件。'] },
  'disk-full': { ways: ['again'], steps: ['清空回收站，删掉不用的视频、安装包。', '腾出 1 GB 以上，再点“再试一次”。'] },
  'read-only': { ways: ['again', 'restore'], steps: ['用您平时的账号登录电脑。', '还是不行，请维护人员让这个账号能写下面的文件夹。', '数据在 U 盘、光盘上的，请维护人员把整个文件夹拷到本机硬盘。'] },
  'io-error': { ways: ['again', 'restore'], steps: ['关机，等一分钟再开，再试一次。', '还是这样：硬盘可能要坏，先别再存东西，请维护人员把下面的文件夹整个拷出来。', '换好硬盘后，从最近的备份恢复。', fromCounty] },
  'newer-version': { ways: ['again', 'restore'], steps: ['这台电脑上的软件旧了。请安装和上次一样新或更新的版本。', '装好再打开，记录都在。', '一时装不了新版的，可以先从升级前自动做的备份恢复；升级后记的，装好新版再从改名留着的那份找。'] },
  'network-folder': { ways: ['again'], steps: ['请维护人员把下面的文件夹移到本机硬盘（不要放在网盘、云盘、共享盘）。'] },
  'clock-ahead': { ways: ['again'], steps: ['点桌面右下角的时间，把日期改成今天。', '改好再点“再试一次”。'] },
  'wrong-role': { ways: ['again'], steps: ['这份数据是另一级的。请确认打开的是本单位的软件。'] },
}

const byPart: Readonly<Record<string, Advice>> = {
  key: { ways: ['restore', 'again'], steps: ['看看回收站、杀毒软件的隔离区里有没有 key.json，有就放回下面的文件夹，再点“再试一次”。', ...lostFile.steps] },
  database: { ways: ['restore', 'again'], steps: ['看看回收站、杀毒软件的隔离区里有没有 data.db，有就放回下面的文件夹，再点“再试一次”。', ...lostFile.steps] },
}

const otherwise: Advice = { ways: ['again', 'restore'], steps: ['关掉软件，重新打开。', '还是这样，请把“详细情况”抄给维护人员，先别删任何文件。'] }

/** The advice for a failure of the start. */
export const adviceFor = ({ code, detail }: Failure): Advice => (code === 'damaged' ? byPart[String(detail?.['part'])] ?? lostFile : byCode[code] ?? otherwise)

/** What a password cannot help with: told with the ways back instead of beside the password. */
export const needsRescue = ({ code }: Failure): boolean => code === 'damaged' || code === 'internal' || Object.hasOwn(byCode, code)
