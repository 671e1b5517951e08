/** A figure that opens the records it counts. `about` completes its name for screen readers: 立案建议 52 件. */
export function FigureLink({ value, about, onOpen }: { readonly value: string | number; readonly about: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className="fig" aria-label={`${about} ${value}，打开名单`} onClick={onOpen}>
      {value}
    </button>
  )
}
