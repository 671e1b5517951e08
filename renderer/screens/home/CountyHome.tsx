import { ApartmentOutlined, BarChartOutlined, ImportOutlined, SendOutlined } from '@ant-design/icons'
import type { Home } from '../../../shared/contract/figures'
import type { BoardTown } from '../../../shared/contract/exchange'
import { useLevel } from '../../state/level'
import { go } from '../../state/navigation'
import { waysAbove } from '../../state/quick-entries'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { Status, type Tone } from '../../ui/Status'
import { Glance } from './Glance'

const looks: Readonly<Record<BoardTown['state'], { readonly tone: Tone; readonly word: string }>> = {
  complete: { tone: 'done', word: '齐全' },
  missing: { tone: 'soon', word: '缺一段' },
  issues: { tone: 'soon', word: '待改' },
  late: { tone: 'late', word: '超期未报' },
  attachments: { tone: 'soon', word: '缺附件' },
  waiting: { tone: 'soon', word: '等准许' },
  invited: { tone: 'idle', word: '还没上报' },
}

const icons = { import: ImportOutlined, towns: ApartmentOutlined, statistics: BarChartOutlined, orders: SendOutlined } as const

/** All towns: those that need a call, worst first, then those in order. */
function townsToSee(towns: readonly BoardTown[]): readonly BoardTown[] {
  const rank: Readonly<Record<Tone, number>> = { late: 0, soon: 1, doing: 2, idle: 3, done: 4 }
  return towns.toSorted((a, b) => rank[looks[a.state].tone] - rank[looks[b.state].tone] || (b.days_since ?? 0) - (a.days_since ?? 0))
}

/** The county's home: the four ways to work, how the towns stand, and the year of all of them. */
export function CountyHome({ home }: { readonly home: Home }) {
  const board = useQuery('exchange.board', {})
  const level = useLevel()
  return (
    <>
      <div className="quick four" role="group" aria-label="常用">
        {waysAbove(level.each).map(({ word, route }, index) => <Button key={word} icon={<Icon of={icons[route.screen]} />} title={`Alt 加 ${String(index + 1)}`} aria-keyshortcuts={`Alt+${String(index + 1)}`} onClick={() => go(route)}>{word}</Button>)}
      </div>
      <div className="home-cols">
        <Loaded query={board}>{({ towns }) => <TownsCard towns={towns} home={home} />}</Loaded>
        <Glance home={home} />
      </div>
    </>
  )
}

function heard(town: BoardTown): string {
  if (town.days_since === null) return '一次也没有上报'
  return `第 ${String(town.last_pseq ?? '—')} 包，${town.days_since === 0 ? '今天' : `${String(town.days_since)} 天前`}`
}

const shown = (value: number | null | undefined, unit: string): string => (value === null || value === undefined ? '—' : `${String(value)} ${unit}`)

/** What a town did this year; opens its figures. */
function Year({ town, home }: { readonly town: BoardTown; readonly home: Home }) {
  const of = home.towns?.find((one) => one.code === town.code)
  if (of === undefined) return null
  const words = [['活动', shown(of.activities, '次')], ['立案建议', shown(of.suggestions, '件')], ['按期答复', shown(of.answered, '%')]] as const
  return (
    <button type="button" className="town-year" aria-label={`${town.name}今年：${words.map(([word, value]) => `${word} ${value}`).join('，')}，看统计`} onClick={() => go({ screen: 'statistics', town: town.code, from: home.from, to: home.to })}>
      {words.map(([word, value]) => <span key={word}><span className="sm mut">{word}</span><b>{value}</b></span>)}
    </button>
  )
}

function TownsCard({ towns, home }: { readonly towns: readonly BoardTown[]; readonly home: Home }) {
  const level = useLevel()
  const complete = towns.filter((town) => town.state === 'complete').length
  return (
    <Card bare className="todo-card towns" title={`${level.each}上报`} beside={<>{complete < towns.length && <Status tone="soon">{`要关心 ${String(towns.length - complete)}`}</Status>}{towns.length > 0 && <Status tone="done">{`齐全 ${String(complete)}`}</Status>}</>} tools={<Button look="text" onClick={() => go({ screen: 'towns' })}>{`全部 ${towns.length} 个${level.one}`}</Button>}>
      <div className="todo-box scroll">
        {towns.length === 0 && <EmptyState title={`还没有${level.unit}`} hint={`给每个${level.one}做一份配对文件，拷给他们。`}><Button look="primary" onClick={() => go({ screen: 'towns' })}>去配对</Button></EmptyState>}
        <ul>
          {townsToSee(towns).map((town) => (
            <li key={town.code} className={`todo ${looks[town.state].tone}`}>
              <Status tone={looks[town.state].tone} box>{looks[town.state].word}</Status>
              <div className="grow">
                <b>{town.name}</b>
                <div className="sm mut">{heard(town)}{town.open_issues > 0 && `，${town.open_issues} 处要改`}{town.pending_attachments > 0 && `，缺附件 ${town.pending_attachments} 个`}</div>
              </div>
              <Year town={town} home={home} />
              {town.state === 'complete' ? <span className="todo-button" /> : <Button className="todo-button" aria-label={`看一看：${town.name}`} onClick={() => go({ screen: 'towns', town: { code: town.code, name: town.name } })}>看一看</Button>}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
