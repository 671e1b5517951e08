import type { Rehearsal } from '../../../shared/contract/rehearsal'
import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'
import { sayPeriod } from '../stats/periods'
import { packTrouble } from './HandInCards'

/** What is missing before the year can be handed in, by person, to be handed round. */
export function RehearsalSheet({ told, office, today }: { readonly told: Rehearsal; readonly office: string; readonly today: string }) {
  const unknown = told.form?.unknown ?? []
  const trouble = packTrouble(told.pack)
  return (
    <Sheet title={`${String(told.year)}年年报要补的`} lines={[`单位：${office}`, `期间：${sayPeriod(told)}`, `打印日期：${sayDate(today)}`]}>
      {(told.text.length > 0 || told.broken.length > 0 || unknown.length > 0 || trouble !== null) && (
        <>
          <h2>报告、核对和上报</h2>
          {told.broken.map((check) => <p key={check.id}>{`对不上：${check.detail}`}</p>)}
          {trouble !== null && <p>{`上报包：${trouble}`}</p>}
          {told.text.map((words) => <p key={words}>{`报告缺：${words}`}</p>)}
          {unknown.map((cell) => <p key={cell}>{`县里的表没有数：${cell}`}</p>)}
        </>
      )}
      {told.by_person.map(({ name, fields }) => (
        <section key={name}>
          <h2>{`${name}（${String(fields)} 处）`}</h2>
          <table>
            <thead><tr><th>记录</th><th>种类</th><th>缺什么</th></tr></thead>
            <tbody>
              {told.missing.filter(({ by }) => by === name).map((record) => <tr key={record.id}><td className="words">{record.title}</td><td className="whole">{record.label}</td><td>{record.fields.join('、')}</td></tr>)}
            </tbody>
          </table>
        </section>
      ))}
    </Sheet>
  )
}
