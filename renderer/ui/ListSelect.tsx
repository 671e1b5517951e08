import { Select, type SelectProps } from 'antd'
import { useState, type KeyboardEvent } from 'react'

type Option = NonNullable<SelectProps['options']>[number]

/**
 * Every list to choose from. Tab leaves one that is open: left to itself it would first take the entry that happens to be marked, so that whoever chose one
 * deputy with the mouse and went on had chosen another besides. Only what was looked for by typing is taken with Tab.
 */
export function ListSelect<Value = unknown, Entry extends Option = Option>(props: SelectProps<Value, Entry>) {
  const { showSearch, onOpenChange, onChange, ...rest } = props
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const given = typeof showSearch === 'object' ? showSearch : {}
  const searched = typeof showSearch === 'object' || showSearch === true || props.mode !== undefined
  const turn = (next: boolean): void => {
    setOpen(next)
    onOpenChange?.(next)
  }
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' || !open || (given.searchValue ?? typed).trim() !== '') return
    event.stopPropagation()
    turn(false)
  }
  return (
    <div style={{ display: 'contents' }} onKeyDownCapture={leave}>
      <Select<Value, Entry>
        {...rest}
        open={open}
        onOpenChange={turn}
        onChange={(value, option) => {
          setTyped('')
          onChange?.(value, option)
        }}
        {...(searched
          ? {
              showSearch: {
                ...given,
                onSearch: (text: string) => {
                  setTyped(text)
                  given.onSearch?.(text)
                },
              },
            }
          : {})}
      />
    </div>
  )
}
