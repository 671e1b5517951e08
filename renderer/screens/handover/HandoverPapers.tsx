import type { OfficeInfo } from '../../../shared/contract/office'
import type { HandedOver } from '../../../shared/contract/safety'
import { Sheet } from '../../print/Sheet'
import { sayDate, sayTodoDays } from '../../ui/say-date'
import { RecoverySheet } from '../exchange/RecoverySheet'
import { recoveryUses } from '../exchange/recovery-uses'
import { RecoveryCodeSheet } from '../recovery-code/RecoveryCodeSheet'
import type { OpenWork } from './open-work'

interface HandoverPapersProps {
  /** As it is after the handover. */
  readonly office: OfficeInfo
  /** Who hands over. */
  readonly from: string
  readonly made: HandedOver
  readonly work: OpenWork
}

/** The papers of a handover, printed as one: what is open, to be signed by both; the code for a forgotten password; the key of a lost computer. */
export function HandoverPapers({ office, from, made, work }: HandoverPapersProps) {
  return (
    <>
      <HandoverSheet office={office} from={from} sheet={made.sheet !== null} work={work} />
      <RecoveryCodeSheet office={office.name} today={office.today} code={made.code} />
      {made.sheet !== null && <RecoverySheet office={office.name} today={office.today} words={made.sheet} use={recoveryUses[office.role]} />}
    </>
  )
}

interface HandoverSheetProps {
  readonly office: OfficeInfo
  readonly from: string
  readonly sheet: boolean
  readonly work: OpenWork
}

function HandoverSheet({ office, from, sheet, work: { todos, drafts, unsent } }: HandoverSheetProps) {
  const things = [
    `新密码：由${office.by}当场设好，写在纸上，自己封存`, '密码恢复单 1 张（旧的当场撕掉）', ...(sheet ? ['换电脑用的恢复单 1 张（旧的等下一次上报、收到回执以后撕掉）'] : []),
    `备份 U 盘：最近一次备份在${office.last_backup === null ? '（还没有）' : sayDate(office.last_backup.slice(0, 10))}`, '印章、纸质档案、代表证等（另附清单）',
  ]
  return (
    <Sheet title={`${office.name}人大工作交接单`} lines={[`日期：${sayDate(office.today)}`, `移交：${from}`, `接收：${office.by}`]} signs={['移交人签字', '接收人签字', '监交人签字']}>
      <h2>{`一、没办完的事（${todos.length} 件）`}</h2>
      {todos.length === 0 ? <p>没有。</p> : (
        <table>
          <thead><tr><th>序号</th><th>事项</th><th>依据</th><th>期限</th><th>交代清楚</th></tr></thead>
          <tbody>
            {todos.map((todo, at) => <tr key={todo.id}><td>{at + 1}</td><td>{todo.title}</td><td>{todo.source}</td><td>{`${sayDate(todo.due_on)}，${sayTodoDays(todo)}`}</td><td>□</td></tr>)}
          </tbody>
        </table>
      )}
      <h2>{`二、写了一半没保存的（${drafts.length} 份）`}</h2>
      <p>{drafts.length === 0 ? '没有。' : `${drafts.join('、')}。打开软件，首页“没写完的”里接着写。`}</p>
      {office.role === 'town' && <><h2>三、上报</h2><p>{unsent === null || unsent === 0 ? '该报的都报过了。' : `还有 ${unsent} 件没有报到县里，请插上 U 盘上报一次。`}</p></>}
      <h2>{`${office.role === 'town' ? '四' : '三'}、当面点交`}</h2>
      <ul>{things.map((thing) => <li key={thing}>{`□ ${thing}`}</li>)}</ul>
    </Sheet>
  )
}
