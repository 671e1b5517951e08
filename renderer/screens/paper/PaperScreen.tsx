import '../../records/records.css'
import './paper.css'
import { useEffect, useRef, useState } from 'react'
import type { PaperPage } from '../../../shared/contract/paper'
import { showSigns } from '../../../shared/parse/text'
import { go } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { call } from '../../api'
import { notifyFailure } from '../../state/notices'
import { DropPlace } from './DropPlace'
import { PagePanel } from './PagePanel'
import { PagePicture } from './PagePicture'
import { heapOf, heaps, nextPage, type Heap } from './sort-pages'

const tones = { ask: 'soon', tray: 'late', done: 'done' } as const

/** Sheets that came back: dropped, read beside the window, filed under their records; what is left to say is the date and the tick. */
export default function PaperScreen() {
  const query = useQuery('paper.list', {}, { types: ['file'], wait: 150 })
  return (
    <>
      <PageHead title="收回来的纸" crumb="首页" onCrumb={() => go({ screen: 'home' })} beside="照片、扫描件放进来，每张自己归到它的记录" />
      <Loaded query={query} rows={6}>{({ pages }) => <Pages pages={pages} reload={query.reload} />}</Loaded>
    </>
  )
}

function Pages({ pages, reload }: { readonly pages: readonly PaperPage[]; readonly reload: () => void }) {
  const [picked, setPicked] = useState<string | null>(null)
  const [heap, setHeap] = useState<Heap | null>(null)
  const count = (which: Heap): number => pages.filter((page) => heapOf(page) === which).length
  const shown = heap ?? (count('ask') > 0 ? 'ask' : count('tray') > 0 ? 'tray' : 'done')
  const heaped = pages.filter((page) => heapOf(page) === shown)
  // What waits is gone through in the order of the pile; of what is done the latest is looked for.
  const list = shown === 'done' ? heaped.toReversed() : heaped
  const page = list.find((one) => one.id === picked) ?? list[0] ?? null
  const shownNow = useRef('')
  useEffect(() => { shownNow.current = page?.id ?? '' })
  const goOn = (from: PaperPage): void => {
    // Somebody who went elsewhere while it was saved stays there.
    if (shownNow.current !== from.id) return reload()
    const next = nextPage(pages, from.id)
    setPicked(next)
    const found = pages.find((one) => one.id === next)
    setHeap(found === undefined ? null : heapOf(found))
    reload()
  }
  const clear = async (): Promise<void> => {
    const answer = await call('paper.drop', { done: true })
    if (!answer.ok) notifyFailure(answer)
    reload()
  }
  return (
    <div className="body paper-body">
      <div className="paper-list">
        <DropPlace small={pages.length > 0} onTaken={reload} />
        {pages.length > 0 && (
          <>
            <div className="paper-heaps" role="tablist" aria-label="哪一堆">
              {heaps.map((one) => (
                <button key={one.heap} type="button" role="tab" aria-selected={one.heap === shown} onClick={() => { setHeap(one.heap); setPicked(null) }}>{`${one.word} ${count(one.heap)}`}</button>
              ))}
            </div>
            <ul className="paper-pages" aria-label="页">
              {list.map((one) => (
                <li key={one.id}>
                  <button type="button" aria-current={one === page} onClick={() => setPicked(one.id)}>
                    <Status tone={tones[heapOf(one)]} quiet><span className="cut">{one.entries.length === 0 ? '没有认出' : one.entries.map((entry) => entry.form || '图片').join('、')}</span></Status>
                    <span className="cut">{one.entries.length === 0 ? `${showSigns(one.name)} 第 ${one.page} 页` : one.entries.map((entry) => entry.title).join('；')}</span>
                  </button>
                </li>
              ))}
            </ul>
            {shown === 'done' && list.length > 0 && <Button look="text" onClick={() => void clear()}>从这里清掉（附件还在记录里）</Button>}
          </>
        )}
      </div>
      {page === null
        ? (
          <div className="card paper-none">
            <EmptyState
              title={pages.length === 0 ? '还没有放进来的纸' : '这一堆都办完了'}
              hint={pages.length === 0 ? '从记录页“打印”出来的表，右上角有二维码。填好收回来，拍照或扫描（jpg、png、pdf 都行，一次可以很多页），拖到左边。读图只在这台电脑上，不联网。' : '可以接着放下一批。'}
            />
          </div>
        )
        : (
          <>
            <PagePicture key={page.id} page={page} />
            <PagePanel key={`panel ${page.id}`} page={page} onDone={() => goOn(page)} reload={reload} />
          </>
        )}
    </div>
  )
}
