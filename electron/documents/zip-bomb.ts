/** Small archives that claim to unpack to more than a memory holds: told by their directory, before anything is unpacked. */

/** Unpacked, a real roster is a few megabytes; a small file that claims more than this is a trap. */
const maxUnpackedBytes = 400 * 1024 * 1024

/** What the zip's directory says its files unpack to, or null if there is no directory. */
export function unpackedBytes(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    total += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return total
}

/** Sheets pack ten to thirty times; what packs better by far holds nothing but the wish to fill a memory. */
const mostTimes = 100
const harmless = 16 * 1024 * 1024

/** Whether a zip says that it unpacks to more than any table of an office. */
export function isBomb(bytes: Uint8Array): boolean {
  const total = unpackedBytes(bytes) ?? 0
  return total > maxUnpackedBytes || (total > harmless && total > bytes.length * mostTimes)
}
