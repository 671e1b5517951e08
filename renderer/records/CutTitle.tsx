const count = /第[一二三四五六七八九十百\d]+次会议$/u

/** A title that may be cut with … : meetings of one office begin alike, so of theirs the end stays in sight and what is cut stands before it. */
export function CutTitle({ text }: { readonly text: string }) {
  const end = count.exec(text)?.[0]
  if (end === undefined || end === text) return text
  return <span className="rec-ends"><span className="cut">{text.slice(0, -end.length)}</span><span>{end}</span></span>
}
