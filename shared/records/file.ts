/**
 * 附件: bytes lie encrypted beside the database; the record names them. It travels as its owner does: attachments of `person_private`
 * and `visitor` stay in the town although the type's scope is the county.
 */
import { flag, int, ref, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'

export const file = defineRecord({
  type: 'file',
  label: '附件',
  scope: 'county',
  key: ['sha256', 'owner'],
  parents: [{ field: 'owner', onDelete: 'cascade' }],
  menu: 'documents',
  fields: {
    owner: ref('所属记录', [], 'identity'),
    sha256: text('校验码', 'identity', { max: 64 }),
    size_bytes: int('大小', 'optional', { unit: '字节' }),
    mime: text('类型', 'optional', { max: 100 }),
    name: text('文件名', 'optional', { max: 255 }),
    original: flag('原件', 'optional'),
  },
  columns: ['name', 'owner', 'mime', 'size_bytes', 'original'],
  search: ['name'],
  title: (data) => textOf(data, 'name') || textOf(data, 'sha256').slice(0, 12),
})
export type FileRecord = DataOf<typeof file.fields>
