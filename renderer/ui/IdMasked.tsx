import { EyeOutlined, LockOutlined } from '@ant-design/icons'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../api'
import { notifyFailure } from '../state/notices'
import { Icon } from './Icon'

interface IdMaskedProps {
  /** The record that holds the number. */
  readonly id: string
  /** Key of the field. */
  readonly field: string
  readonly label: string
  /** As the store gives it: 339901********0026. */
  readonly masked: string
}

/** A number that is shown only while 显示 is held, by mouse or by the space bar. The store writes down each look. */
export function IdMasked({ id, field, label, masked }: IdMaskedProps) {
  const [clear, setClear] = useState<string | null>(null)
  const held = useRef(false)

  const show = useCallback(async () => {
    if (held.current) return
    held.current = true
    const answer = await call('record.reveal', { id, key: field })
    if (!answer.ok) notifyFailure(answer)
    else if (held.current) setClear(answer.value.value)
  }, [id, field])

  const hide = useCallback(() => {
    held.current = false
    setClear(null)
  }, [])

  useEffect(() => {
    window.addEventListener('blur', hide)
    return () => window.removeEventListener('blur', hide)
  }, [hide])

  return (
    <span className="row" style={{ gap: 8 }}>
      <span aria-live="polite" className="nw">{clear ?? masked}</span>
      <Icon of={LockOutlined} />
      <button
        type="button"
        className="btn"
        aria-label={`按住显示${label}`}
        title="按住显示，松开即遮住。查看会记入操作记录。"
        onPointerDown={() => void show()}
        onPointerUp={hide}
        onPointerLeave={hide}
        onKeyDown={(event) => {
          if (event.key === ' ' && !event.repeat) void show()
        }}
        onKeyUp={hide}
        onBlur={hide}
      >
        <Icon of={EyeOutlined} />
        显示
      </button>
    </span>
  )
}
