import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { AttachedFile } from '../../shared/contract/files'
import { showSigns } from '../../shared/parse/text'
import { useKeys } from '../state/use-keys'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { sizeWord } from './file-words'

interface PictureViewerProps {
  readonly files: readonly AttachedFile[]
  readonly at: number
  readonly onAt: (at: number) => void
  readonly onOpen: (file: AttachedFile) => void
  readonly onClose: () => void
}

/** One picture as large as the window allows; arrows go on to the next. */
export function PictureViewer({ files, at, onAt, onOpen, onClose }: PictureViewerProps) {
  const file = files[at]
  const query = useQuery('file.picture', file === undefined ? null : { id: file.id }, { types: [], keeps: false })
  const move = (by: number): void => {
    if (files[at + by] !== undefined) onAt(at + by)
  }
  useKeys({ ArrowLeft: () => move(-1), ArrowRight: () => move(1) }, 'dialog')
  if (file === undefined) return null
  return (
    <Dialog
      title={<span className="cut">{showSigns(file.name)}</span>}
      onClose={onClose}
      footer={
        <>
          <span className="grow mut num">{`第 ${at + 1} 张，共 ${files.length} 张 · ${sizeWord(file.bytes)}${file.original ? ' · 原件' : ''}`}</span>
          <Button icon={<Icon of={LeftOutlined} />} disabled={at === 0} onClick={() => move(-1)}>上一张</Button>
          <Button icon={<Icon of={RightOutlined} />} disabled={at === files.length - 1} onClick={() => move(1)}>下一张</Button>
          <Button onClick={() => onOpen(file)}>用看图软件打开</Button>
        </>
      }
    >
      <div className="att-view">
        {typeof query.data?.url === 'string' ? <img src={query.data.url} alt={showSigns(file.name)} /> : <span className="mut">{query.loading ? '正在打开…' : '这张图片太大或显示不了，请用看图软件打开。'}</span>}
      </div>
    </Dialog>
  )
}
