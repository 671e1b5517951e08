/** Values that an older release wrote are read as this one means them; the versions themselves stay as they came. */
import { describe, expect, it } from 'vitest'
import { asOfNow, schemaOf, schemaStamp, type Upcasters } from '../../shared/records/schema'
import { upcasters } from '../../shared/records/upcasters'
import { recordTypes } from '../../shared/records'

// A type that was changed twice: first a field got another name, then one text became two.
const steps: Upcasters = {
  stamp_book: [
    ({ holder, ...rest }) => ({ ...rest, ...(holder === undefined ? {} : { keeper: holder }) }),
    ({ keeper, ...rest }) => (typeof keeper === 'string' ? { ...rest, keeper: keeper.replace(/（.*）$/u, ''), post: /（(.*)）$/u.exec(keeper)?.[1] ?? '' } : rest),
  ],
}
const read = (sv: number, values: Parameters<typeof asOfNow>[2]) => asOfNow('stamp_book', sv, values, steps)

describe('A type that was changed twice', () => {
  it('is written in the third schema', () => {
    expect([schemaOf('stamp_book', steps), schemaOf('person', steps), schemaStamp(steps)]).toEqual([3, 1, 'stamp_book:3'])
  })

  it('is read from every schema, through the steps that its values have not been through', () => {
    const now = { no: '1', keeper: '王五', post: '干事' }
    expect([read(1, { no: '1', holder: '王五（干事）' }), read(2, { no: '1', keeper: '王五（干事）' }), read(3, now)]).toEqual([now, now, now])
  })

  it('keeps what it does not know, and what is missing stays missing', () => {
    expect(read(1, { no: '2', x_own: '自己的', later: 1 })).toEqual({ no: '2', x_own: '自己的', later: 1 })
  })

  it('leaves values of a later program, and other types, as they are', () => {
    const later = { holder: '不动' }
    expect([read(4, later), asOfNow('person', 1, later, steps)]).toEqual([later, later])
  })

  it('is read without changing what was read', () => {
    const old = Object.freeze({ holder: '王五' })
    read(1, old)
    expect(old).toEqual({ holder: '王五' })
  })
})

describe('The steps of this release', () => {
  it('belong to types that there are', () => {
    expect(Object.keys(upcasters).filter((type) => !(recordTypes as readonly string[]).includes(type))).toEqual([])
  })
})
