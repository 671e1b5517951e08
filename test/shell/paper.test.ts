import { describe, expect, it } from 'vitest'
import { layOut, paperAt } from '../../electron/shell/paper'

describe('a document on its way to paper', () => {
  it('is served whole under its own address, however large, and is forgotten afterwards', () => {
    const html = `<p>${'青'.repeat(1_500_000)}</p>`
    const paper = layOut(html)
    expect(paper.url.length).toBeLessThan(60)
    expect(paperAt(paper.url)).toBe(html)
    paper.clear()
    expect(paperAt(paper.url)).toBeNull()
  })

  it('is not found by its name under the address of the window', () => {
    const paper = layOut('<p>甲</p>')
    expect(paperAt(paper.url.replace('paper', 'zhen'))).toBeNull()
    expect(paperAt('app://paper/')).toBeNull()
    paper.clear()
  })
})
