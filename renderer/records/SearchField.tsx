import { CloseOutlined, SearchOutlined } from '@ant-design/icons'
import { useState, type KeyboardEvent } from 'react'
import { composing } from '../state/use-keys'
import { Icon } from '../ui/Icon'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  /** Told the whole words, never half-composed pinyin. */
  readonly onSearch: (text: string) => void
  /** ArrowDown and Enter go to what was found. */
  readonly onDown?: () => void
}

/** Words to look for in a list. The typed text stays in the field itself, so that an input method is never disturbed. */
export function SearchField({ label, value, onSearch, onDown }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [told, setTold] = useState(value)
  // Emptied from outside (清除筛选): the field follows.
  if (value !== told) {
    setTold(value)
    setTyped(value)
  }
  const tell = (text: string): void => {
    setTold(text)
    onSearch(text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (composing(event.nativeEvent)) return
    if ((event.key === 'ArrowDown' || event.key === 'Enter') && onDown !== undefined) {
      event.preventDefault()
      onDown()
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      setTyped('')
      tell('')
    }
  }
  return (
    <div className="rec-search">
      <Icon of={SearchOutlined} />
      <input
        className="input"
        type="text"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          if (!composing(event.nativeEvent as InputEvent)) tell(event.target.value)
        }}
        onCompositionEnd={(event) => tell(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {typed !== '' && (
        <button type="button" aria-label="清空查找" onClick={() => { setTyped(''); tell('') }}><Icon of={CloseOutlined} /></button>
      )}
    </div>
  )
}
