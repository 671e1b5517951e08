import { RightOutlined } from '@ant-design/icons'
import type { Home, HomeFigure } from '../../../shared/contract/figures'
import { useLevel } from '../../state/level'
import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { sayNumber, sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

/** The year in eight figures; each opens the records it counts. Before anything came up there is nothing to count. */
export function Glance({ home }: { readonly home: Home }) {
  const level = useLevel()
  return (
    <Card bare className="glance" title="今年到今天" tools={<span className="sm mut">{`${sayShortDate(home.from, home.today)}—${sayShortDate(home.to, home.today)}`}</span>}>
      {home.figures.every(({ value }) => value === null)
        ? (
          <EmptyState title="还没有数字" hint={`${level.theirs}的包导入以后，这里就有了。`}>
            <Button onClick={() => go({ screen: 'import' })}>去导入</Button>
          </EmptyState>
        )
        : <div className="figs">{home.figures.map((figure) => <Figure key={figure.indicator} figure={figure} home={home} />)}</div>}
    </Card>
  )
}

function Figure({ figure, home }: { readonly figure: HomeFigure; readonly home: Home }) {
  const value = figure.value === null ? '—' : sayNumber(figure.value)
  return (
    <button
      type="button"
      aria-label={`${figure.label} ${value}${figure.value === null ? '' : figure.unit}，${figure.sub}，看名单`}
      onClick={() => go({ screen: 'statistics', indicator: figure.indicator, from: home.from, to: home.to })}
    >
      <span className="l">{figure.label}<Icon of={RightOutlined} /></span>
      <span className="v">{value}{figure.value !== null && <small>{figure.unit}</small>}</span>
      <span className="c">{figure.warn ? <Status tone="late">{figure.sub}</Status> : figure.sub}</span>
    </button>
  )
}
