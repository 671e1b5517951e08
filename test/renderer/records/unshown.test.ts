import { expect, it } from 'vitest'
import { unshownIn } from '../../../renderer/records/unshown'

/** A computer with the faces of these characters; everything else is a box. */
const computer = (has: string) => (char: string): string => (has.includes(char) ? char : '□')

it('a character is told as not shown only where it is drawn as those that nobody has', () => {
  const told = (text: string, has: string) => unshownIn(text, computer(has)).map(({ code }) => code)
  expect(told('䶮𠮷\u{30ede}', '䶮𠮷')).toEqual(['U+30EDE'])
  expect(told('䶮𠮷\uE123', '')).toEqual(['U+4DAE', 'U+E123', 'U+20BB7'])
  expect(told('何秀兰', '')).toEqual([])
})
