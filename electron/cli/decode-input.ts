/**
 * Piped bytes as text. Programs write UTF-8; a file of an old computer may be GB18030 or UTF-16. What is no text of any of them never becomes
 * a name of question marks: its line is none, and the others still go in.
 */
const strict = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Stands for a line that cannot be read: no JSON, so that whoever parses it says so. */
const unreadable = '\uFFFD'

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, at))
    start = at + 1
  }
  return [...lines, bytes.subarray(start)]
}

const isPlainAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)

/** The text of what was piped in, without a byte-order mark. */
export function decodeInput(bytes: Uint8Array): string {
  const whole = strict('utf-8', bytes)
  if (whole !== null) return whole
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict('utf-16le', bytes) ?? unreadable
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict('utf-16be', bytes) ?? unreadable
  const lines = linesOf(bytes)
  const texts = lines.map((line) => strict('utf-8', line))
  // Only where no line speaks for UTF-8: UTF-8 read as GB18030 is other Chinese, not an error.
  const chinese = texts.every((text, at) => text === null || isPlainAscii(lines[at] ?? bytes)) ? strict('gb18030', bytes) : null
  return chinese ?? texts.map((text) => text ?? unreadable).join('\n')
}
