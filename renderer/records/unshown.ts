/** Characters that no font of this computer can show: each is drawn and compared with what is drawn for characters that nobody can have. */
import { rareIn, type RareChar } from '../../shared/report/rare'

/** What one character looks like, as something that can be compared. */
export type Draw = (char: string) => string

/** Never given to any sign, in three planes: what is drawn for them is a box. */
const nobodys = ['\u{3fffc}', '\u{378}', '\u{10fffc}'] as const

/** The characters of `text` that come out as boxes. */
export function unshownIn(text: string, draw: Draw): readonly RareChar[] {
  const rare = rareIn(text)
  if (rare.length === 0) return []
  const boxes = new Set(nobodys.map(draw))
  return rare.filter(({ char }) => boxes.has(draw(char)))
}

const side = 48

/** Draws in the faces of the page; null where nothing can be drawn. */
export function drawOnPage(): Draw | null {
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) return null
  pen.font = `32px ${getComputedStyle(document.body).fontFamily}`
  pen.textBaseline = 'top'
  return (char) => {
    pen.clearRect(0, 0, side, side)
    pen.fillText(char, 4, 4)
    return pen.getImageData(0, 0, side, side).data.join()
  }
}
