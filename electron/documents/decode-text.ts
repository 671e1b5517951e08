/** Text files of old Chinese computers: UTF-8 with or without mark, UTF-16 of either order, GB18030. */

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // The only way to learn that bytes are not of an encoding; anything else is a defect.
    if (error instanceof TypeError) return null
    throw error
  }
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

/** Commas, digits and line ends of UTF-16 have a zero byte; no other text has any. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0
  let odd = 0
  for (let index = 0; index < Math.min(bytes.length, 4096); index++) {
    if (bytes[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  if (even === 0 && odd === 0) return null
  return odd >= even ? 'utf-16le' : 'utf-16be'
}

/** A file cut off inside a character is still UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut <= 3 && cut < bytes.length; cut++) {
    const text = decode('utf-8', bytes.subarray(0, bytes.length - cut))
    if (text !== null) return text
  }
  return null
}

/** Characters that no text has: the bytes were something else. */
function looksBinary(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/u.test(text)
}

/** The text of a file, or null if it is none. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decodeAny(bytes)
  return text === null || looksBinary(text) ? null : text
}

function decodeAny(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeUtf8(bytes)
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  if (startsWith(bytes, 0xff, 0xfe)) return decode('utf-16le', even)
  if (startsWith(bytes, 0xfe, 0xff)) return decode('utf-16be', even)
  const order = utf16Order(bytes)
  if (order !== null) return decode(order, even)
  // The label gb18030, never gbk: only it decodes the four-byte characters of rare names.
  return decodeUtf8(bytes) ?? decode('gb18030', bytes)
}
