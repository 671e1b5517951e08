/** Meetings of one office begin alike, and what is to be done stands at the end of a line of the to-do list. */
const count = /第[一二三四五六七八九十百\d]+次会议$/u
const task = /：[^：]{2,14}$/u
/** Shorter ones have room everywhere. */
const long = 14

/** A title that may be cut with …: where its end says the most, the end stays in sight and what is cut stands before it. Its button needs the whole as a label. */
export function CutTitle({ text }: { readonly text: string }) {
  const end = text.length > long ? (count.exec(text) ?? task.exec(text))?.[0] : undefined
  if (end === undefined || end === text) return text
  return <span className="both-ends"><span className="cut">{text.slice(0, -end.length)}</span><span>{end}</span></span>
}
