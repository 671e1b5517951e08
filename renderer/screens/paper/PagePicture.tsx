import { useState } from 'react'
import type { PaperPage } from '../../../shared/contract/paper'
import { showSigns } from '../../../shared/parse/text'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'

/** The page as large as the place allows; a press shows it in its full size. */
export function PagePicture({ page }: { readonly page: PaperPage }) {
  const query = useQuery('paper.picture', { id: page.id }, { types: [], keeps: false })
  const [large, setLarge] = useState(false)
  const url = query.data?.url
  return (
    <div className={large ? 'card paper-picture large' : 'card paper-picture'}>
      <div className="paper-picture-head">
        <span className="grow cut mut">{`${showSigns(page.name)} 第 ${page.page} 页`}</span>
        <Button look="text" aria-pressed={large} onClick={() => setLarge(!large)}>{large ? '看整页' : '放大看'}</Button>
      </div>
      <div className="paper-picture-box">
        {typeof url === 'string' ? <img src={url} alt={`${showSigns(page.name)} 第 ${page.page} 页`} onClick={() => setLarge(!large)} /> : <span className="mut">{query.loading ? '正在打开…' : '图片不在这台电脑上。'}</span>}
      </div>
    </div>
  )
}
