/** Dated membership: rows with `from_on` and `to_on`, both days included; an empty side is open. */

/** Whether `day` lies within the row's span. */
export function inSpan(row: Readonly<Record<string, unknown>>, day: string): boolean {
  const from = row['from_on']
  const to = row['to_on']
  return !(typeof from === 'string' && from > day) && !(typeof to === 'string' && to !== '' && to < day)
}
