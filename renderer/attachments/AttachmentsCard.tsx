import './attachments.css'
import { DeleteOutlined, FileOutlined, PaperClipOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import type { AttachedFile } from '../../shared/contract/files'
import { showSigns } from '../../shared/parse/text'
import { call } from '../api'
import { notifyFailure } from '../state/notices'
import { useOffice } from '../state/session'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/Icon'
import { isPicture, kindWord, sizeWord } from './file-words'
import { PictureViewer } from './PictureViewer'
import { ScanDialog } from './ScanDialog'
import { RemoveFile } from './RemoveFile'
import { useAttach } from './use-attach'

interface AttachmentsCardProps {
  /** Uid of the record that they belong to. */
  readonly owner: string
  /** A record in the bin shows what it had and takes nothing new. */
  readonly frozen?: boolean
}

const notHere = '这个附件的内容不在这台电脑上：它在另一台电脑上，或者还没有随上报包、回执带过来。'

async function openOutside(file: AttachedFile): Promise<void> {
  const copy = await call('file.open', { id: file.id })
  if (!copy.ok) return notifyFailure(copy)
  const opened = await call('shell.open', { path: copy.value.path })
  if (!opened.ok) notifyFailure(opened)
}

/** Files from a drop or the clipboard; folders and words are none of ours. */
const filesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])]

/** The attachments of a record: dropped on it, pasted, or chosen; pictures are seen, the rest is opened outside. */
export function AttachmentsCard({ owner, frozen = false }: AttachmentsCardProps) {
  const query = useQuery('file.list', { owner }, { types: ['file'] })
  const files = query.data?.files ?? []
  const pictures = files.filter((file) => isPicture(file) && file.here)
  const attach = useAttach(owner, useOffice()?.today ?? '')
  const [original, setOriginal] = useState(false)
  const [over, setOver] = useState(false)
  const [shown, setShown] = useState<number | null>(null)
  const [scanning, setScanning] = useState(false)
  const [removing, setRemoving] = useState<AttachedFile | null>(null)
  const add = (list: readonly File[]): void => {
    if (list.length > 0 && !frozen) void attach.add(list, original)
  }
  const newest = useRef(add)
  useEffect(() => { newest.current = add })
  useEffect(() => {
    const pasted = (event: ClipboardEvent): void => {
      const list = filesOf(event.clipboardData)
      if (list.length === 0) return
      event.preventDefault()
      newest.current(list)
    }
    document.addEventListener('paste', pasted)
    return () => document.removeEventListener('paste', pasted)
  }, [])
  if (frozen && files.length === 0) return null
  const press = (file: AttachedFile): void => {
    if (isPicture(file)) setShown(pictures.indexOf(file))
    else void openOutside(file)
  }
  return (
    <Card bare title="附件" beside={files.length > 0 && <span className="mut">{`${files.length} 个`}</span>}>
      <div
        className={over ? 'att over' : 'att'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(!frozen)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          add(filesOf(event.dataTransfer))
        }}
      >
        {files.length > 0 && (
          <ul>
            {files.map((file) => (
              <li key={file.id}>
                <button type="button" className="att-file" title={file.here ? showSigns(file.name) : notHere} disabled={!file.here} onClick={() => press(file)}>
                  {isPicture(file) && file.here ? <Thumb file={file} /> : <span className="att-thumb"><Icon of={FileOutlined} /></span>}
                  <span className="att-name">
                    <span className="cut">{showSigns(file.name)}</span>
                    <span className={file.here ? 'sm mut num' : 'sm att-gone'}>{file.here ? `${kindWord(file.mime)} · ${sizeWord(file.bytes)}${file.original ? ' · 原件' : ''}` : '内容不在这台电脑上'}</span>
                  </span>
                </button>
                {!frozen && <Button look="text" aria-label={`去掉附件“${showSigns(file.name)}”`} title="去掉" icon={<Icon of={DeleteOutlined} />} onClick={() => setRemoving(file)} />}
              </li>
            ))}
          </ul>
        )}
        {!frozen && (attach.going === null ? <Adding original={original} onOriginal={setOriginal} onFiles={add} onScans={() => setScanning(true)} /> : (
          <div className="att-add row" role="status">
            <span className="grow num">{`正在加第 ${attach.going.done + 1} 个，共 ${attach.going.total} 个`}</span>
            {attach.going.total > 1 && <Button onClick={attach.stop}>停下</Button>}
          </div>
        ))}
      </div>
      {shown !== null && <PictureViewer files={pictures} at={shown} onAt={setShown} onOpen={(file) => void openOutside(file)} onClose={() => setShown(null)} />}
      {scanning && <ScanDialog onClose={() => setScanning(false)} onTake={(scans) => { setScanning(false); void attach.add(scans, original) }} />}
      {removing !== null && <RemoveFile file={removing} onClose={() => setRemoving(null)} />}
    </Card>
  )
}

function Thumb({ file }: { readonly file: AttachedFile }) {
  const { data } = useQuery('file.picture', { id: file.id }, { types: [], keeps: false })
  return <span className="att-thumb">{typeof data?.url === 'string' ? <img src={data.url} alt="" /> : <Icon of={FileOutlined} />}</span>
}

interface AddingProps {
  readonly original: boolean
  readonly onOriginal: (original: boolean) => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onScans: () => void
}

function Adding({ original, onOriginal, onFiles, onScans }: AddingProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="att-add">
      <div className="row">
        <Button icon={<Icon of={PaperClipOutlined} />} onClick={() => input.current?.click()}>加附件</Button>
        <Button look="text" onClick={onScans}>取扫描件</Button>
        <label className="row"><input type="checkbox" className="tick" checked={original} onChange={(event) => onOriginal(event.target.checked)} />保留原件</label>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="选择附件"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <p className="sm mut">也可以把照片、文件拖到这里，或按 Ctrl+V 粘贴。照片会自动缩小，并去掉拍摄地点。</p>
    </div>
  )
}
