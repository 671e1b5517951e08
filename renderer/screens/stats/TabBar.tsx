import { useRef } from 'react'
import { tabs } from './tabs'
import { setView, useView } from './view'

/** One tab a table; arrows move between them. At the right: the rows that matter, or every figure. */
export function TabBar({ at, all }: { readonly at: string; readonly all: boolean }) {
  const bar = useRef<HTMLDivElement>(null)
  const move = (by: number): void => {
    const index = tabs.findIndex((tab) => tab.key === at)
    const next = tabs[(index + by + tabs.length) % tabs.length]
    if (!next) return
    setView({ tab: next.key, open: null })
    bar.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus()
  }
  const each = useView((view) => view.town === 'each')
  const whole = at === 'quality' || each
  return (
    <div className="stats-tabs">
      <div
        className="stats-tabs-list"
        role="tablist"
        aria-label="报表"
        ref={bar}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
            event.preventDefault()
            move(event.key === 'ArrowRight' ? 1 : -1)
          }
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.key} type="button" role="tab" data-tab={tab.key} aria-selected={tab.key === at} tabIndex={tab.key === at ? 0 : -1}
            onClick={() => setView({ tab: tab.key, open: null })}
          >
            {tab.word}
          </button>
        ))}
      </div>
      {!whole && <label className="stats-all"><input type="checkbox" className="tick" checked={all} onChange={(event) => setView({ all: event.target.checked })} />全部指标</label>}
    </div>
  )
}
