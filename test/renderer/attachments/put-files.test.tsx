import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AttachmentsCard } from '../../../renderer/attachments/AttachmentsCard'
import type { Answers } from '../support/fake-api'
import { rec } from '../records/sample'
import { show } from '../support/show'

const answers: Answers = {
  'file.list': { files: [] },
  'file.add': ({ name = '' }) => ({ file: { id: 'f1', name, mime: 'application/pdf', bytes: 9, original: false, here: true }, record: rec('document', 'd1', { files: ['f1'] }) }),
}
const paper = (name: string): File => new File(['%PDF-1.7\n'], name, { type: 'application/pdf' })
const content = btoa('%PDF-1.7\n')

describe('附件', () => {
  it('拖到记录上就加上，几个文件一次拖、一个一个加', async () => {
    const { api } = show(<AttachmentsCard owner="d1" />, answers)
    const place = (await screen.findByLabelText('选择附件')).closest('.att')
    if (!place) throw new Error('no place to drop on')
    fireEvent.dragOver(place, { dataTransfer: { files: [] } })
    expect(place.classList.contains('over')).toBe(true)
    fireEvent.drop(place, { dataTransfer: { files: [paper('决定.pdf'), paper('公告.pdf')] } })
    await waitFor(() => expect(api.of('file.add')).toEqual([{ owner: 'd1', name: '决定.pdf', content }, { owner: 'd1', name: '公告.pdf', content }]))
    expect(place.classList.contains('over')).toBe(false)
  })

  it('在记录上粘贴就加上，没有名字的图片按日期起名；粘贴文字不算附件', async () => {
    const { api } = show(<AttachmentsCard owner="d1" />, answers)
    await screen.findByLabelText('选择附件')
    fireEvent.paste(document, { clipboardData: { files: [] } })
    fireEvent.paste(document, { clipboardData: { files: [new File(['%PDF-1.7\n'], 'image.png', { type: 'application/pdf' })] } })
    await waitFor(() => expect(api.of('file.add')).toEqual([{ owner: 'd1', name: expect.stringMatching(/^粘贴的图片 \d{4}-\d{2}-\d{2}\.png$/u) as string, content }]))
  })

  it('已经定稿的记录上拖和粘贴都不加', async () => {
    const { api, container } = show(<AttachmentsCard owner="d1" frozen />, { ...answers, 'file.list': { files: [{ id: 'f1', name: '决定.pdf', mime: 'application/pdf', bytes: 9, original: false, here: true }] } })
    await screen.findByText('决定.pdf')
    fireEvent.drop(container.querySelector('.att') ?? container, { dataTransfer: { files: [paper('公告.pdf')] } })
    fireEvent.paste(document, { clipboardData: { files: [paper('公告.pdf')] } })
    await new Promise((done) => { setTimeout(done, 20) })
    expect(api.of('file.add')).toEqual([])
  })
})
