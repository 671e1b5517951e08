import { ScanOutlined } from '@ant-design/icons'
import { useRef, useState } from 'react'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { clearTroubles, takePile, usePile } from './pile'

/** Where the pile is dropped, pasted or chosen; while it is read, how far it is. */
export function DropPlace({ small, onTaken }: { readonly small: boolean; readonly onTaken: () => void }) {
  const going = usePile((state) => state.going)
  const troubles = usePile((state) => state.troubles)
  const stop = usePile((state) => state.stop)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null | undefined): void => void takePile([...(files ?? [])], onTaken)
  return (
    <>
      <div
        className={over ? 'paper-drop over' : 'paper-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(going === null)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        {going === null
          ? (
            <>
              <Button look={small ? 'plain' : 'primary'} icon={<Icon of={ScanOutlined} />} onClick={() => input.current?.click()}>放进照片、扫描件</Button>
              <span className="sm mut">也可以拖到这里，一次可以很多</span>
            </>
          )
          : (
            <>
              <span role="status" className="num">{going.page === 0 ? `正在打开 ${going.name}` : `第 ${going.page} 页，共 ${going.pages} 页${going.files > 1 ? `（第 ${going.file} 个文件，共 ${going.files} 个）` : ''}`}</span>
              {going.pages > 0 && <progress max={going.pages} value={going.page} aria-label="读到哪里" />}
              <Button onClick={() => stop?.()}>停下</Button>
            </>
          )}
        <input
          ref={input} type="file" multiple hidden accept=".jpg,.jpeg,.png,.webp,.bmp,.pdf" aria-label="选择照片、扫描件"
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
      </div>
      {troubles.length > 0 && (
        <div className="note soon paper-troubles" role="alert">
          <ul className="grow">{troubles.map((text, at) => <li key={`${at} ${text}`}>{text}</li>)}</ul>
          <Button look="text" onClick={clearTroubles}>知道了</Button>
        </div>
      )}
    </>
  )
}
