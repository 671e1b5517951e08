/**
 * Takes out of a photo what it says of place, time and camera; pixels, colours and which side is up stay. Works on the file's own blocks,
 * so nothing is decoded and nothing is lost.
 */

/** An EXIF block that says which side is up and nothing else. */
function orientationBlock(orientation: number): Buffer {
  const exif = Buffer.alloc(32)
  exif.write('Exif\0\0', 0, 'latin1')
  exif.write('MM\0*', 6, 'latin1')
  exif.writeUInt32BE(8, 10)
  exif.writeUInt16BE(1, 14)
  exif.writeUInt16BE(0x0112, 16)
  exif.writeUInt16BE(3, 18)
  exif.writeUInt32BE(1, 20)
  exif.writeUInt16BE(orientation, 24)
  const block = Buffer.alloc(4 + exif.length)
  block.writeUInt16BE(0xffe1, 0)
  block.writeUInt16BE(2 + exif.length, 2)
  exif.copy(block, 4)
  return block
}

/** Which side is up, from an EXIF block's content; 1 where it does not say. */
function orientationOf(block: Buffer): number {
  if (block.toString('latin1', 0, 6) !== 'Exif\0\0' || block.length < 16) return 1
  const tiff = block.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number): number => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = u32(4)
  for (let i = 0; i < Math.min(u16(directory), 200); i++) {
    const at = directory + 2 + 12 * i
    const value = u16(at + 8)
    if (u16(at) === 0x0112) return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** Blocks that may say where and with what: all application blocks but JFIF, colour profile and Adobe's, and comments. */
const tells = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe

/** A JPEG without its stories; null when its blocks cannot be followed. */
function stripJpeg(photo: Buffer): Buffer | null {
  const kept: Buffer[] = [photo.subarray(0, 2)]
  let orientation = 1
  let at = 2
  for (;;) {
    if (at + 4 > photo.length || photo[at] !== 0xff) return null
    const marker = photo[at + 1] ?? 0
    const end = at + 2 + photo.readUInt16BE(at + 2)
    if (end > photo.length) return null
    // From the first scan on there is only picture.
    if (marker === 0xda) break
    if (marker === 0xe1) orientation = Math.max(orientation, orientationOf(photo.subarray(at + 4, end)))
    if (!tells(marker)) kept.push(photo.subarray(at, end))
    at = end
  }
  if (orientation > 1) kept.splice(1, 0, orientationBlock(orientation))
  return Buffer.concat([...kept, photo.subarray(at)])
}

const tellingChunks: readonly string[] = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']

function stripPng(photo: Buffer): Buffer | null {
  const kept: Buffer[] = [photo.subarray(0, 8)]
  for (let at = 8; at < photo.length;) {
    if (at + 12 > photo.length) return null
    const end = at + 12 + photo.readUInt32BE(at)
    if (end > photo.length) return null
    if (!tellingChunks.includes(photo.toString('latin1', at + 4, at + 8))) kept.push(photo.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}

/** The photo without what it tells, or as it is where its kind is another one or its blocks are not as they should be. */
export function stripPhoto(photo: Buffer, mime: string): Buffer {
  const stripped = mime === 'image/jpeg' ? stripJpeg(photo) : mime === 'image/png' ? stripPng(photo) : null
  return stripped ?? photo
}
