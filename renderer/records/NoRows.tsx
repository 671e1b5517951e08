import type { Declaration } from '../../shared/record'
import { go } from '../state/navigation'
import { useLevel } from '../state/level'
import { useOffice, useTakesNone } from '../state/session'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { changeView, type ListView } from './list-view'
import { oneWord } from './menus'
import type { NewRecord } from './new-record'

/** Where those come from that nobody makes here. */
const elsewhere: Readonly<Record<string, string>> = { county_order: '县里的交办随回执来：把 U 盘里的回执导入，就列在这里。', file: '在任何一条记录里拖进来、粘贴或选文件，附件就列在这里。' }

/** What writes them in a town, where they have no entry of their own. */
const made: Readonly<Record<string, string>> = {
  attendance: '在人代会的页面上点名，出席就记在这里。', participation: '记活动、培训时点名，参加情况就记在这里。', rating: '登记测评以后，票数记在这里。', reply: '在建议的页面上登记答复，就列在这里。',
  person_private: '导入名单、修改代表时填的身份证号和电话，只记在这里。',
}

/** An empty list says why it is empty and what to do. */
export function NoRows({ declaration, view, made: entry }: { readonly declaration: Declaration; readonly view: ListView; readonly made: NewRecord | null }) {
  const { type } = declaration
  const gathers = useOffice()?.role === 'county'
  const level = useLevel()
  const none = useTakesNone()
  const label = oneWord(type)
  if (view.text !== '' || Object.keys(view.where).length > 0 || view.town !== '') {
    return (
      <EmptyState title={`没有找到符合条件的${label}`} hint="可以只打一个姓、一个词或拼音首字母，或放宽筛选。">
        <Button onClick={() => changeView(type, { text: '', where: {}, town: '' })}>清除查找和筛选</Button>
      </EmptyState>
    )
  }
  if (view.bin) return <EmptyState title="回收站是空的" hint={`删除的${label}会在这里，随时可以恢复。`} />
  if (none) return <EmptyState title={`还没有${label}`} hint="县里已有的随回执回来，读了就列在这里。" />
  return (
    <EmptyState title={`还没有${label}`} hint={entry === null ? elsewhere[type] ?? (gathers ? `${level.each}上报的包导入后，就列在这里。` : made[type] ?? '办理其他事项时会自动记在这里。') : '点右上角的红色按钮，记第一条。'}>
      {entry !== null && <Button onClick={() => go(entry.route)}>{entry.word}</Button>}
    </EmptyState>
  )
}
