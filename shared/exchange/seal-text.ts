/** The text that a package's seal signs: the header's names again, then name, size and SHA-256 of every entry before the seal. */
import type { Header } from './header'

export interface SealedEntry {
  readonly name: string
  readonly size: number
  /** SHA-256, hex. */
  readonly sha256: string
}

/** The seal's text; line by line, so that a person can compare it with `sha256sum`. */
export function sealText(header: Header, entries: readonly SealedEntry[]): string {
  return [
    'zhenpack/1 seal',
    `realm ${header.realm}`,
    `id ${header.id}`,
    `from ${header.from.org} ${header.from.device}`,
    `to ${header.to.org}`,
    ...entries.map((e) => `${e.sha256} ${String(e.size)} ${e.name}`),
    '',
  ].join('\n')
}
