import { SearchOutlined } from '@ant-design/icons'
import { useId, useRef, useState } from 'react'
import { labelOfType } from '../state/type-words'
import { go } from '../state/navigation'
import { composing } from '../state/use-keys'
import { typingMs, useQuery } from '../state/use-query'
import { Icon } from './Icon'

const hitsShown = 20

/** Finds any record by a word, a number like 19-3-015 or pinyin initials. Arrows choose, Enter opens, Esc empties. */
export function SearchBox({ placeholder }: { readonly placeholder: string }) {
  const listId = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  // Half-composed pinyin is not what the person looks for: it is asked only once the characters stand.
  const [asked, setAsked] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const query = useQuery('search.all', asked.trim() === '' ? null : { text: asked.trim().slice(0, 100), limit: hitsShown }, { types: [], wait: typingMs })
  const hits = asked.trim() === '' ? [] : (query.data?.hits ?? [])
  const shown = open && asked.trim() !== ''

  const choose = (index: number): void => {
    const hit = hits[index]
    if (!hit) return
    setOpen(false)
    setText('')
    setAsked('')
    input.current?.blur()
    go({ screen: 'record', id: hit.id, type: hit.type })
  }

  return (
    <div className="find" role="search">
      <Icon of={SearchOutlined} />
      <input
        ref={input}
        id="find"
        className="input"
        type="text"
        role="combobox"
        aria-label={placeholder}
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && hits[chosen] ? `${listId}-${chosen}` : undefined}
        autoComplete="off"
        placeholder={placeholder}
        title="Ctrl+F"
        value={text}
        maxLength={100}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setChosen(0)
          if (!composing(event.nativeEvent as InputEvent)) setAsked(event.target.value)
        }}
        onCompositionEnd={(event) => setAsked(event.currentTarget.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (composing(event.nativeEvent)) return
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            const by = event.key === 'ArrowDown' ? 1 : -1
            setChosen((before) => (hits.length === 0 ? 0 : (before + by + hits.length) % hits.length))
          } else if (event.key === 'Enter') {
            event.preventDefault()
            choose(chosen)
          } else if (event.key === 'Escape') {
            event.preventDefault()
            setText('')
            setAsked('')
            event.currentTarget.blur()
          }
        }}
      />
      {shown && (
        <div className="find-list" onPointerDown={(event) => event.preventDefault()}>
          <ul id={listId} role="listbox" aria-label="找到的记录">
            {hits.map((hit, index) => (
              <li key={hit.id} id={`${listId}-${index}`} role="option" aria-selected={index === chosen} onPointerEnter={() => setChosen(index)} onClick={() => choose(index)}>
                <span className="mut cut">{labelOfType(hit.type)}</span>
                <span className="cut">{hit.title}</span>
                {hit.note !== '' && <span className="sm mut cut">{hit.note}</span>}
              </li>
            ))}
          </ul>
          {hits.length === 0 && !query.loading && <p>没有找到“{asked.trim()}”。可以只打姓、一个词，或拼音首字母。</p>}
          {hits.length === hitsShown && <p>只列出前 {hitsShown} 条，再多打一两个字会更准。</p>}
        </div>
      )}
    </div>
  )
}
