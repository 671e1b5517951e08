import { useState } from 'react'
import { isDay } from '../../../shared/rules/calendar'
import { levelOf } from '../../state/level'
import { go } from '../../state/navigation'
import { notify } from '../../state/notices'
import { refreshOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import type { Route } from '../../state/routes'
import { PairAgain } from '../exchange/PairAgain'
import type {} from '../plan/routes'
import type {} from '../old-ledger/routes'
import type {} from '../own-fields/routes'
import type {} from '../paper/routes'
import type {} from '../handover/routes'
import type {} from '../term/routes'
import type { OfficeInfo } from '../../../shared/contract/office'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { DayInput } from '../../ui/DayInput'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

const lists: readonly { readonly word: string; readonly hint: string; readonly route: Route }[] = [
  { word: '换届', hint: '新一届代表、选区、小组', route: { screen: 'term' } },
  { word: '换人、换电脑', hint: '交接、搬家、加一台', route: { screen: 'handover' } },
  { word: '届次', hint: '往届和本届', route: { screen: 'list', type: 'term' } },
  { word: '主席团成员', hint: '主席、副主席、成员', route: { screen: 'list', type: 'presidium_member' } },
  { word: '代表小组、代表团', hint: '组长、组员', route: { screen: 'list', type: 'group' } },
  { word: '选区', hint: '应选名额、空缺', route: { screen: 'list', type: 'constituency' } },
  { word: '村、社区', hint: '行政村名单', route: { screen: 'list', type: 'village' } },
  { word: '单位名册', hint: '承办单位、站所', route: { screen: 'list', type: 'organisation' } },
  { word: '年度计划', hint: '和完成情况对照', route: { screen: 'plan' } },
  { word: '任务', hint: '自己记的提醒', route: { screen: 'list', type: 'task' } },
  { word: '补录旧台账', hint: '以前办完的，一次导入', route: { screen: 'old-ledger' } },
  { word: '栏目设置', hint: '改名、隐藏、自己加栏目', route: { screen: 'own-fields' } },
  { word: '收回来的纸', hint: '拍照、扫描，自己归档', route: { screen: 'paper' } },
  { word: '回收站', hint: '删除的都能恢复', route: { screen: 'bin' } },
]

/** The day from which the office keeps its records here: what was due before is history that may be filled in. */
function Began({ office }: { readonly office: OfficeInfo }) {
  const [day, setDay] = useState(office.began_on ?? '')
  const change = useCommand('office.began')
  const save = async (on: string): Promise<void> => {
    setDay(on)
    if (on !== '' && !isDay(on)) return
    const answer = await change.run(on === '' ? {} : { on })
    if (!answer.ok) return
    await refreshOffice()
    notify({ tone: 'done', text: on === '' ? '没有启用日期：以前到期的也提醒' : `启用日期改为${sayDate(on)}，以前到期的不算逾期` })
  }
  return (
    <>
      <span className="row"><DayInput id="office-began" label="启用日期" value={day} today={office.today} invalid={day !== '' && !isDay(day)} onChange={(on) => void save(on)} /><span className="mut">这一天以前到期的不提醒逾期，可以补录</span></span>
      {office.began_on === undefined && office.began_proposed !== undefined && (
        <p style={{ marginTop: 'var(--s2)' }}><Button busy={change.busy} onClick={() => void save(office.began_proposed ?? '')}>{`填第一条记录录入的日子，${sayDate(office.began_proposed)}`}</Button></p>
      )}
      {change.error !== null && <ErrorBox failure={change.error} />}
    </>
  )
}

/** Who this computer works for, the lists that everything else refers to, and the pairing with the county. */
export function OfficePart({ office }: { readonly office: OfficeInfo }) {
  const town = office.role === 'town'
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [town ? '乡镇' : levelOf(office.code).self, office.name],
    ['区划代码', office.code],
    ['省份', <>{office.province ?? '没有填'}{office.rules_note !== null && <>　<Status tone="soon">{office.rules_note}</Status></>}</>],
    ...(!town && office.check_no !== undefined ? [[`核对号`, `${office.check_no}（打电话核对用）`]] as const : []),
    ...(town ? [['所属县', office.county_name ?? '没有填'], ['本届', office.term === null ? '没有填' : `${office.term.name}${office.term.quota === null ? '' : `，名额 ${office.term.quota} 名`}`], ['主席', office.chair ?? '没有填']] as const : []),
    ['启用日期', <Began key={office.began_on ?? ''} office={office} />],
  ]
  return (
    <>
      <Card title="本单位" tools={office.office_id !== '' && <Button onClick={() => go({ screen: 'edit', type: 'office', id: office.office_id })}>修改</Button>}>
        <dl className="facts">
          {rows.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
        </dl>
      </Card>
      {town && (
        <Card title="和县里配对" tools={<Button onClick={() => go({ screen: 'report' })}>{office.paired === null ? '去配对' : '看上报'}</Button>}>
          {office.paired === null
            ? <Status tone="idle">还没有配对</Status>
            : <><Status tone="done">{`已和${office.paired.county}配对`}</Status><p className="mut">{`县里的核对号 ${office.paired.fingerprint}${office.check_no === undefined ? '' : `，这台电脑的核对号 ${office.check_no}`}。打电话念一念，一样就放心。${office.paired.keys_since === undefined ? '' : `县里的钥匙${sayDate(office.paired.keys_since)}换过。`}`}</p><PairAgain /></>}
        </Card>
      )}
      <Card title="名册和单子">
        <ul className="doors">
          {lists.filter(({ route }) => town || route.screen === 'bin' || route.screen === 'handover' || route.screen === 'own-fields').map(({ word, hint, route }) => (
            <li key={word}><button type="button" className="link" onClick={() => go(route)}><b>{word}</b><span className="sm mut">{hint}</span></button></li>
          ))}
        </ul>
      </Card>
    </>
  )
}
