import { describe, expect, it } from 'vitest'
import { madeFiles } from '../../electron/shell/made-files'
import { fail, ok } from '../../shared/result'

describe('Files that may be opened outside', () => {
  const file = { path: 'D:\\文件\\统计表.xlsx', kind: 'xlsx', sha256: '', bytes: 1 }

  it('are the documents that an answer says it made', () => {
    expect(madeFiles('stats.file', ok({ files: [file] }))).toEqual([file.path])
    expect(madeFiles('report.make', ok({ files: [file, { ...file, path: 'D:\\文件\\报告.docx' }], missing: [] }))).toEqual([file.path, 'D:\\文件\\报告.docx'])
    expect(madeFiles('exchange.invite', ok({ file: 'E:\\邀请.zpk', code: '1234 5678 9012 3' }))).toEqual(['E:\\邀请.zpk'])
  })

  it('are none of a failure, and none that other answers name', () => {
    expect(madeFiles('stats.file', fail('disk-full'))).toEqual([])
    expect(madeFiles('exchange.scan', ok({ files: [{ path: 'E:\\x.zpk', name: 'x.zpk', bytes: 1 }] }))).toEqual([])
    expect(madeFiles('constructor', ok({}))).toEqual([])
  })
})
