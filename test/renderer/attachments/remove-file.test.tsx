import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RemoveFile } from '../../../renderer/attachments/RemoveFile'
import { fileNameOf } from '../../../renderer/print/out-folder'
import { installApi } from '../support/fake-api'

test('文件名里藏着的方向符号看得见，不会把一个名字读成另一个', () => {
  installApi({})
  const file = { id: 'f', name: '照\u202egnp.exe', mime: 'image/png', bytes: 10, original: false, here: true }
  render(<RemoveFile file={file} onClose={() => undefined} />)
  expect(screen.getByText(/照⟨U\+202E⟩gnp\.exe/u)).toBeDefined()
  expect(document.body.textContent).not.toContain('\u202e')
  expect(fileNameOf('/u/名册\u202evsc.exe')).toBe('名册⟨U+202E⟩vsc.exe')
})
