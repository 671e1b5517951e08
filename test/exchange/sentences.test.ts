import { describe, expect, it } from 'vitest'
import { say } from '../../shared/text'

describe('what a person is told', () => {
  it('about a package or a stick is never to restore a backup', () => {
    const told = [
      say('damaged', { part: 'records.age' }), say('damaged', { part: 'attachment' }), say('io-error', { on: 'stick' }), say('disk-full', { on: 'stick' }),
      say('in-use', { on: 'stick' }),
    ]
    expect(told.filter((s) => /恢复|硬盘/.test(s.say + s.next))).toEqual([])
    expect(new Set(told.map((s) => s.say)).size).toBe(5)
  })

  it('about the office\'s own files and its backups is never to fetch a package again', () => {
    const told = ['key', 'database', 'sum', 'header'].map((part) => say('damaged', { part }))
    expect(told.filter((s) => /这个包|U 盘|对方/.test(s.say + s.next))).toEqual([])
    expect(told.map((s) => s.say)[0]).toBe('打开数据用的钥匙文件（key.json）不见了或坏了。')
  })

  it('names both offices where they differ', () => {
    expect(say('wrong-town', { name: '柳溪乡', certified: '青石镇' }).say).toBe('这台电脑登记在青石镇名下，包里写的却是柳溪乡。')
    expect(say('wrong-town', { name: '柳溪乡' }).say).toBe('这份文件是给柳溪乡的。')
  })

  it('about a stick that was pulled out tells reading, of which nothing went in, from writing, which is to be done again', () => {
    const [reading, writing] = [say('stick-removed', { at: 'reading' }), say('stick-removed')].map((s) => s.say + s.next)
    expect([/没有读完.*再读一遍/u.test(reading ?? ''), /写/u.test(reading ?? ''), /没有写完.*重写一遍/u.test(writing ?? '')]).toEqual([true, false, true])
  })

  it('tells a slip typed wrongly from another slip, and a receipt at the county from a package', () => {
    expect([say('bad-code', { reason: 'check-digit' }).say, say('bad-code', { reason: 'other-slip' }).say]).toEqual(['配对码输错了。', '这张纸条的配对码打不开这个文件。'])
    expect([say('wrong-role', { type: 'down' }).say, say('wrong-role', {}).say]).toEqual(['这是县里给镇里的回执，要在镇里读入。', '这项操作只在另一级使用。'])
  })
})
