import { useState } from 'react'
import type { ScannedFile } from '../../shared/contract/files'
import { showSigns } from '../../shared/parse/text'
import { call } from '../api'
import { notifyFailure } from '../state/notices'
import { useOffice } from '../state/session'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Loaded } from '../ui/Loading'
import { sayMoment } from '../ui/say-date'
import { Status } from '../ui/Status'
import { sizeWord } from './file-words'

interface ScanDialogProps {
  readonly onTake: (files: readonly ScannedFile[]) => void
  readonly onClose: () => void
}

/** The newest files of the folder that the scanner writes into: tick, attach. The files themselves stay where they are. */
export function ScanDialog({ onTake, onClose }: ScanDialogProps) {
  const query = useQuery('file.scans', {}, { types: [] })
  const [ticked, setTicked] = useState<readonly string[]>([])
  const chosen = query.data?.files.filter((file) => ticked.includes(file.path)) ?? []
  const choose = async (): Promise<void> => {
    const picked = await call('shell.pick-folder', { title: '扫描仪把文件存在哪个文件夹' })
    if (!picked.ok) return notifyFailure(picked)
    if (picked.value.path === null) return
    const kept = await call('file.scans', { folder: picked.value.path })
    if (!kept.ok) return notifyFailure(kept)
    setTicked([])
    query.reload()
  }
  return (
    <Dialog
      title="取扫描件"
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => void choose()}>换文件夹</Button>
          <span className="grow mut cut">{query.data?.folder ?? ''}</span>
          <Button onClick={query.reload}>刷新</Button>
          <Button look="primary" disabled={chosen.length === 0} onClick={() => onTake(chosen)}>{chosen.length === 0 ? '加为附件' : `加为附件（${chosen.length} 个）`}</Button>
        </>
      }
    >
      <Loaded query={query} rows={5}>
        {({ folder, missing, files }) => (
          folder === null ? <Nothing text="还没有选扫描文件夹。扫描仪软件里写的“保存到”就是它，选一次以后都用它。" onChoose={() => void choose()} />
            : missing ? <Nothing text="扫描文件夹现在打不开：U 盘没插，或者文件夹改了名。" onChoose={() => void choose()} />
              : files.length === 0 ? <Nothing text="这个文件夹里还没有扫描件。扫描好以后点“刷新”。" onChoose={() => void choose()} />
                : <Files files={files} ticked={ticked} onTicked={setTicked} />
        )}
      </Loaded>
    </Dialog>
  )
}

function Nothing({ text, onChoose }: { readonly text: string; readonly onChoose: () => void }) {
  return <div className="att-none"><p className="mut">{text}</p><Button onClick={onChoose}>选文件夹</Button></div>
}

interface FilesProps {
  readonly files: readonly ScannedFile[]
  readonly ticked: readonly string[]
  readonly onTicked: (paths: readonly string[]) => void
}

function Files({ files, ticked, onTicked }: FilesProps) {
  const today = useOffice()?.today ?? ''
  return (
    <ul className="att-scans">
      {files.map((file) => (
        <li key={file.path}>
          <label className="row">
            <input type="checkbox" className="tick" checked={ticked.includes(file.path)} onChange={(event) => onTicked(event.target.checked ? [...ticked, file.path] : ticked.filter((one) => one !== file.path))} />
            <span className="grow cut">{showSigns(file.name)}</span>
            {file.taken && <Status tone="idle" quiet>用过</Status>}
            <span className="sm mut num">{sizeWord(file.bytes)}</span>
            <span className="sm mut num">{sayMoment(file.at, today)}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
