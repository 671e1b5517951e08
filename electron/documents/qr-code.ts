/** The code on a printed form, as a drawing for the page and as a picture for Word. Level H: three tenths of it may be folded, smeared or written over. */
import encodeQR from 'qr'
import { crc32, deflateSync } from 'node:zlib'

/** Light modules round the code; a reader needs four. */
const border = 4

export type Modules = readonly (readonly boolean[])[]

export const modulesOf = (text: string): Modules => encodeQR(text, 'raw', { ecc: 'high', border })

/** An SVG of one path, a unit a module. */
export function svgOf(text: string): string {
  const modules = modulesOf(text)
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : ''))).join('')
  const size = String(modules.length)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>`
}

function piece(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'ascii'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body) >>> 0)
  return Buffer.concat([length, body, sum])
}

/** A grey PNG of `scale` pixels a module; equal text gives equal bytes. */
export function pngOf(text: string, scale = 8): Buffer {
  const modules = modulesOf(text)
  const side = modules.length * scale
  const lines = modules.flatMap((row) => {
    const line = Buffer.alloc(side + 1)
    row.forEach((dark, x) => line.fill(dark ? 0 : 255, 1 + x * scale, 1 + (x + 1) * scale))
    return Array.from({ length: scale }, () => line)
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 8
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), piece('IHDR', head), piece('IDAT', deflateSync(Buffer.concat(lines))), piece('IEND', Buffer.alloc(0))])
}
