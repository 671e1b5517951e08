/** The attachments that an office holds, as the manifest says them: sorted SHA-256, 32 bytes each, in base64. */

/** The list of these hashes (hex), sorted and without doubles. */
export const encodeHashes = (hashes: Iterable<string>): string => Buffer.from([...new Set(hashes)].sort().join(''), 'hex').toString('base64')

/** The hashes (hex) of a list that the manifest's reader has checked. */
export function decodeHashes(list: string): readonly string[] {
  const bytes = Buffer.from(list, 'base64')
  return Array.from({ length: bytes.length / 32 }, (_, i) => bytes.toString('hex', i * 32, i * 32 + 32))
}
