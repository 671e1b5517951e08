/** Where the end of a title says the most: meetings of one office begin alike, and what is to be done stands at the end of a line of the to-do list. Shorter ones have room everywhere. */
const ends = [{ from: 14, end: /第[一二三四五六七八九十百\d]+次会议$/u }, { from: 22, end: /：[^：]{2,14}$/u }] as const

/** A title that may be cut with …, its end in sight and what is cut before it. Its button needs the whole as a label. */
export function CutTitle({ text }: { readonly text: string }) {
  const end = ends.map((one) => (text.length > one.from ? one.end.exec(text)?.[0] : undefined)).find((found) => found !== undefined)
  if (end === undefined || end === text) return text
  return <span className="both-ends"><span className="cut">{text.slice(0, -end.length)}</span><span>{end}</span></span>
}
