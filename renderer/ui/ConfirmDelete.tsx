import { DeleteOutlined } from '@ant-design/icons'
import { useId, useState, type ReactNode } from 'react'
import type { Failure } from '../../shared/result'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { ErrorBox } from './ErrorBox'
import { Icon } from './Icon'

interface ConfirmDeleteProps {
  /** The whole question: 删除这次活动？ */
  readonly question: string
  /** What will be deleted, by name. */
  readonly name: string
  /** What follows from it, a line each. */
  readonly consequences: readonly ReactNode[]
  readonly reasons?: readonly string[]
  readonly busy?: boolean
  readonly failure?: Failure | null
  readonly onDelete: (reason: string) => void
  readonly onClose: () => void
}

const other = '其他'

/** Deleting says its consequences first and then asks why; the button is outlined and can never be taken for the next step. */
export function ConfirmDelete(props: ConfirmDeleteProps) {
  const { question, name, consequences, reasons = ['重复登记', '登记错误'], busy = false, failure, onDelete, onClose } = props
  const group = useId()
  const [picked, setPicked] = useState('')
  const [words, setWords] = useState('')
  const reason = picked === other ? words.trim() : picked
  return (
    <Dialog
      title={question}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>不删除</Button>
          <Button look="danger" icon={<Icon of={DeleteOutlined} />} busy={busy} disabled={reason === ''} onClick={() => onDelete(reason)}>删除</Button>
        </>
      }
    >
      <div>
        <b>{name}</b>
        {consequences.map((line, index) => <div key={index}>{line}</div>)}
        <div>可以在回收站里恢复。</div>
      </div>
      <fieldset>
        <legend className="req mut" style={{ marginBottom: 6 }}>原因</legend>
        <div className="choices">
          {[...reasons, other].map((one) => (
            <label key={one}>
              <input type="radio" name={group} value={one} checked={picked === one} onChange={() => setPicked(one)} />
              {one}
            </label>
          ))}
        </div>
      </fieldset>
      {picked === other && (
        <input className="input" autoFocus aria-label="写明原因" placeholder="写明原因" value={words} maxLength={200} onChange={(event) => setWords(event.target.value)} />
      )}
      {failure && <ErrorBox failure={failure} />}
    </Dialog>
  )
}
