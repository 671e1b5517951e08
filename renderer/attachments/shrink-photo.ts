/** Photos of a phone are five megabytes; what a ledger needs of one is a tenth of that. Drawn anew in the window, so that nothing but the picture stays. */

/** Longest side in pixels: an A4 page photographed at this size is still read on paper. */
const longest = 2400
const quality = 0.85
const photos: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/bmp']

export interface SmallPhoto {
  readonly bytes: Blob
  readonly name: string
}

/** Width and height within `longest`, never larger than they are. */
export function fitted(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longest / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The photo made smaller, upright; null where it is no photo, cannot be drawn, or would not become smaller. */
export async function shrinkPhoto(file: File): Promise<SmallPhoto | null> {
  if (!photos.includes(file.type)) return null
  // What the engine cannot draw goes in as it is, and the store looks at it.
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (picture === null) return null
  const { width, height } = fitted(picture.width, picture.height)
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')
  if (pen === null) return null
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  picture.close()
  const bytes = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  return bytes.size < file.size ? { bytes, name: file.name.replace(/\.[^.]*$/u, '') + '.jpg' } : null
}
