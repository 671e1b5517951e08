import { useMemo } from 'react'
import type { RecordPage } from '../../shared/contract/records'
import { rareIn } from '../../shared/report/rare'
import { drawOnPage, unshownIn } from './unshown'

/** What is written in a record and this computer cannot show: a box that nobody explains would be taken for a fault of the record. */
export function UnshownBanner({ page }: { readonly page: RecordPage }) {
  const words = [page.title, ...Object.values(page.record.fields).filter((value) => typeof value === 'string')].join('')
  const unshown = useMemo(() => {
    const draw = rareIn(words).length === 0 ? null : drawOnPage()
    return draw === null ? [] : unshownIn(words, draw)
  }, [words])
  if (unshown.length === 0) return null
  const own = unshown.some(({ kind }) => kind === 'private')
  return (
    <div className="note soon" role="note">
      <div className="grow">
        <b>{`有 ${String(unshown.length)} 个字这台电脑显示不出（${unshown.map(({ code }) => code).join('、')}）。`}</b>
        {`屏幕和纸上是方框，记录里的字没有丢。打印以后请补写；${own ? '自造字请换成标准字。' : '装了有这个字的字库就能显示。'}`}
      </div>
    </div>
  )
}
