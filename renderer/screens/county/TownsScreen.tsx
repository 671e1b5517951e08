import './county.css'
import './routes'
import { sayDate } from '../../ui/say-date'
import { useEffect } from 'react'
import { useLevel } from '../../state/level'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { SheetNote } from '../exchange/SheetNote'
import { Board } from './Board'
import { StickCard } from './StickCard'
import { useStickDesk } from './stick-desk'
import { useStickPackages } from './use-stick-packages'

/** How the towns stand, and beside it what the stick brings. */
export default function TownsScreen({ route }: ScreenProps<'towns'>) {
  const office = useOffice()
  const level = useLevel()
  const board = useQuery('exchange.board', {})
  const place = useStickPackages()
  const done = useStickDesk((desk) => desk.state === 'done')
  const { reload } = board
  useEffect(() => {
    if (done) reload()
  }, [done, reload])
  return (
    <>
      <PageHead title={level.each} beside={board.data === null ? undefined : `${String(board.data.towns.length)} 个${level.unit}　${sayDate(office?.today)}`} />
      <div className="body towns-page">
        <SheetNote />
        <div className="towns-body">
          <Loaded query={board} rows={10}>{(data) => <Board board={data} asked={route} onChanged={reload} />}</Loaded>
          <StickCard place={place} />
        </div>
      </div>
    </>
  )
}
