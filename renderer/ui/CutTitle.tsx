/** Where the end of a title says the most: meetings of one office begin alike, and what is to be done stands at the end of a line of the to-do list. Shorter ones have room everywhere. */
const meeting = { from: 14, end: /第[一二三四五六七八九十百\d]+次会议$/u } as const
const task = { from: 22, end: /：[^：]{2,14}$/u } as const

/** A longer end gives way as well, or it would leave nothing of what it is about. */
const whole = 10

/** A title that may be cut with …, its end in sight and what is cut before it. Its button needs the whole as a label. */
export function CutTitle({ text }: { readonly text: string }) {
  const kind = meeting.end.test(text) ? meeting : task
  const end = text.length > kind.from ? kind.end.exec(text)?.[0] : undefined
  if (end === undefined || end === text) return text
  return <span className={end.length > whole ? 'both-ends shared' : 'both-ends'}><span className="cut">{text.slice(0, -end.length)}</span><span className="cut">{end}</span></span>
}
