import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import type { Moved, Moves } from './use-moves'

const most = 60

/** What a change would move: kept days with a tick each (unticked = the old day stays), then what follows by itself. */
export function MovedList({ moved, moves }: { readonly moved: readonly Moved[]; readonly moves: Moves }) {
  const today = useOffice()?.today ?? ''
  const stored = moved.filter((one) => one.kind === 'stored')
  const others = moved.filter((one) => one.kind === 'reminder')
  if (moved.length === 0) return <Status tone="done" quiet>正在办的事，期限都不变</Status>
  return (
    <div className="moved">
      {stored.length > 0 && (
        <section>
          <div className="row">
            <b className="grow">{`已经定了期限的 ${stored.length} 件，打勾的改按新期限`}</b>
            <Button look="text" onClick={() => (moves.ids.length === stored.length ? moves.none() : moves.all(moved))}>{moves.ids.length === stored.length ? '都不改' : '都改'}</Button>
          </div>
          <ul>
            {stored.slice(0, most).map((one) => (
              <li key={one.id}>
                <label className="row">
                  <input type="checkbox" className="tick" checked={moves.ids.includes(one.id)} onChange={() => moves.toggle(one.id)} />
                  <span className="grow cut" title={one.title}>{one.title}</span>
                  <span className="nw">{moves.ids.includes(one.id) ? <><s className="mut">{sayShortDate(one.before, today)}</s>{` → `}<b>{sayShortDate(one.after, today)}</b></> : <><b>{sayShortDate(one.before, today)}</b><span className="mut">{`不变（新规则 ${sayShortDate(one.after, today)}）`}</span></>}</span>
                </label>
              </li>
            ))}
            {stored.length > most && <li className="mut">{`另有 ${stored.length - most} 件，用“都改”或“都不改”`}</li>}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <b>{`每天现算的提醒 ${others.length} 件，随规则变`}</b>
          <ul>
            {others.slice(0, most).map((one) => (
              <li key={one.id} className="row">
                <span className="grow cut" title={one.title}>{one.title}</span>
                <span className="nw">{`${one.before === null ? '不提醒' : sayShortDate(one.before, today)} → `}<b>{one.after === null ? '不再提醒' : sayShortDate(one.after, today)}</b></span>
              </li>
            ))}
            {others.length > most && <li className="mut">{`另有 ${others.length - most} 件`}</li>}
          </ul>
        </section>
      )}
    </div>
  )
}
