import { intOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { call } from '../../api'
import { moveByArrows } from '../../records/RecordTable'
import { toneOfStatus } from '../../records/status-words'
import { go } from '../../state/navigation'
import { notifyFailure, notifySaved } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Status } from '../../ui/Status'
import { inOrder, nextOf, progressOf, ratedOf } from './project-rows'
import { ProgressBar } from './ProgressBar'
import { sayWan } from './say-wan'

async function runNow(rec: Rec, step: string, label: string): Promise<void> {
  const answer = await call('step.run', { step, id: rec.id, fields: {}, base: rec.version })
  if (answer.ok) notifySaved(`${textOf(rec.fields, 'name')}：已${label}`, { id: rec.id, version: answer.value.record.version })
  else notifyFailure(answer)
}

/** The projects of a year: votes, progress, rating, and the button of what comes next. */
export function ProjectTable({ projects, ratings }: { readonly projects: readonly Rec[]; readonly ratings: readonly Rec[] }) {
  return (
    <div className="rec-scroll-x" tabIndex={0}>
      <table className="tbl project-table">
        <thead>
          <tr><th scope="col">项目</th><th scope="col" className="num">投资额</th><th scope="col" className="num">票数</th><th scope="col">状态</th><th scope="col">进度</th><th scope="col" className="num">满意率</th><th scope="col"><span className="unseen">下一步</span></th></tr>
        </thead>
        <tbody onKeyDown={(event) => moveByArrows(event, event.currentTarget)}>
          {inOrder(projects).map((rec) => <Row key={rec.id} rec={rec} ratings={ratings} />)}
        </tbody>
      </table>
    </div>
  )
}

function Row({ rec, ratings }: { readonly rec: Rec; readonly ratings: readonly Rec[] }) {
  const open = (step?: string): void => go({ screen: 'record', id: rec.id, type: 'livelihood_project', ...(step === undefined ? {} : { step }) })
  const votes = intOf(rec.fields, 'votes')
  const rated = ratedOf(rec.id, ratings)
  const next = nextOf(rec)
  const name = textOf(rec.fields, 'name')
  const status = rec.status ?? ''
  return (
    <tr className="opens" onClick={() => open()}>
      <td className="project-name" title={name}>
        <div className="row">
          <button type="button" className="link cut" data-row={rec.id} onClick={(event) => { event.stopPropagation(); open() }}>{name}</button>
          <span className="sm mut nw">{textOf(rec.fields, 'location')}</span>
        </div>
      </td>
      <td className="num">{sayWan(intOf(rec.fields, 'invest_fen'))}</td>
      <td className="num">{votes === null ? <span className="mut">—</span> : votes}</td>
      <td><Status tone={toneOfStatus('livelihood_project', status)} quiet>{status}</Status></td>
      <td><ProgressBar progress={progressOf(rec)} /></td>
      <td className="num" title={rated === null ? undefined : `（满意＋基本满意）${rated.happy} ÷ 四项合计 ${rated.opinions}`}>{rated?.rate === null || rated === null ? <span className="mut">—</span> : `${rated.rate.toFixed(1)}%`}</td>
      <td onClick={(event) => event.stopPropagation()}>
        {next !== null && <Button look="text" aria-label={`${next.label}：${name}`} onClick={() => (next.now ? void runNow(rec, next.step, next.label) : open(next.step))}>{next.label}</Button>}
      </td>
    </tr>
  )
}
