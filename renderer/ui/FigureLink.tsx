/** A figure that opens the records it counts, or why it is none. `quiet` = nothing or not known. `about` completes its name for screen readers: 立案建议 52 件. */
export function FigureLink({ value, about, onOpen, quiet = false }: { readonly value: string | number; readonly about: string; readonly onOpen: () => void; readonly quiet?: boolean }) {
  return (
    <button type="button" className={quiet ? 'fig mut' : 'fig'} aria-label={`${about} ${value}，打开名单`} onClick={onOpen}>
      {value}
    </button>
  )
}
