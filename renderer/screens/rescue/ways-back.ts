/** What can be done about each failure of the start. Nothing here deletes anything. */
import type { ErrorCode } from '../../../shared/result'

export type Way = 'again' | 'restore'

export interface Advice {
  /** Buttons, the likely one first. */
  readonly ways: readonly Way[]
  /** What to try by hand, in order. */
  readonly steps: readonly string[]
}

const byCode: Readonly<Partial<Record<ErrorCode, Advice>>> = {
  'in-use': { ways: ['again'], steps: ['看看任务栏里是不是已经开着一个窗口，切换过去就行。', '没有的话，重启电脑，再打开软件。'] },
  'disk-full': { ways: ['again'], steps: ['清空回收站，删掉不用的视频、安装包。', '腾出 1 GB 以上，再点“再试一次”。'] },
  'read-only': { ways: ['again'], steps: ['用您平时的账号登录电脑。', '还是不行，请维护人员让这个账号能写下面的文件夹。'] },
  'io-error': { ways: ['again', 'restore'], steps: ['关机，等一分钟再开，再试一次。', '还是这样：硬盘可能要坏，先别再存东西，请维护人员把下面的文件夹整个拷出来。', '换好硬盘后，从最近的备份恢复。'] },
  damaged: { ways: ['restore', 'again'], steps: ['不要删下面文件夹里的任何文件。', '选最近的一份备份恢复；恢复前软件会把现在这份改名留着。', '备份以后记的，请县里做一份“完整回执”补回来。'] },
  'newer-version': { ways: ['again'], steps: ['这台电脑上的软件旧了。请安装和上次一样新或更新的版本。', '装好再打开，记录都在。'] },
  'network-folder': { ways: ['again'], steps: ['请维护人员把下面的文件夹移到本机硬盘（不要放在网盘、云盘、共享盘）。'] },
  'clock-ahead': { ways: ['again'], steps: ['点桌面右下角的时间，把日期改成今天。', '改好再点“再试一次”。'] },
  'wrong-role': { ways: ['again'], steps: ['这份数据是另一级的。请确认打开的是本单位的软件。'] },
}

const otherwise: Advice = { ways: ['again', 'restore'], steps: ['关掉软件，重新打开。', '还是这样，请把“详细情况”抄给维护人员，先别删任何文件。'] }

/** The advice for a failure of the start. */
export const adviceFor = (code: ErrorCode): Advice => byCode[code] ?? otherwise
