import { useId, useState } from 'react'
import { ageBands, readAgeBands } from '../../../shared/rules/age-bands'
import type { Settings } from '../../../shared/rules/rule-book'
import { call } from '../../api'
import { notify, notifyFailure } from '../../state/notices'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'

type Switch = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings]

const switches: readonly { readonly key: Switch; readonly label: string; readonly hint: string }[] = [
  { key: 'count_suspended', label: '暂停执行职务的代表算进全体代表', hint: '法律没有明说；算进去，法定人数按更多的人算，更稳妥。' },
  { key: 'count_pending_moved', label: '已迁出、去世但还没公告的代表仍算在内', hint: '一般不算。' },
  { key: 'count_pending_other', label: '辞职、罢免等还没公告的代表仍算在内', hint: '一般算，到公告那天为止。' },
  { key: 'grassroots_with_village_cadres', label: '村（社区）干部算作基层代表', hint: '各地口径不同，按县里要求。' },
  { key: 'points_on', label: '用代表积分', hint: '法律没有要求，默认不用。' },
]

/** How the law is read where it leaves a choice. Every figure that depends on one says so. */
export function ChoicesPart() {
  const query = useQuery('settings.get', {}, { types: [] })
  return <Loaded query={query} rows={6}>{({ settings }) => <Choices settings={settings} />}</Loaded>
}

function Choices({ settings: first }: { readonly settings: Settings }) {
  const id = useId()
  const [settings, setSettings] = useState(first)
  const [years, setYears] = useState(String(first.visitor_years))
  const [bands, setBands] = useState(first.age_bands)
  const save = async (more: Partial<Settings>): Promise<void> => {
    const before = settings
    setSettings({ ...settings, ...more })
    const answer = await call('settings.set', { settings: more })
    if (answer.ok) {
      setSettings(answer.value.settings)
      notify({ tone: 'done', text: '已改好，统计从现在起按这个口径' })
    } else {
      setSettings(before)
      notifyFailure(answer)
    }
  }
  return (
    <Card bare title="统计口径" beside={<span className="mut">法律没有说死的地方，照县里的要求选</span>}>
      <ul>
        {switches.map(({ key, label, hint }) => (
          <li key={key} className="choice-row">
            <input id={`${id}${key}`} type="checkbox" className="tick" checked={settings[key]} onChange={(event) => void save({ [key]: event.target.checked })} />
            <label htmlFor={`${id}${key}`}><b>{label}</b><span className="sm mut">{hint}</span></label>
          </li>
        ))}
        <li className="choice-row">
          <input
            id={`${id}bands`}
            className="input"
            style={{ width: 140 }}
            value={bands}
            maxLength={40}
            onChange={(event) => setBands(event.target.value)}
            onBlur={() => {
              const read = readAgeBands(bands)?.join(',')
              setBands(read ?? settings.age_bands)
              if (read === undefined) notify({ tone: 'soon', text: '年龄分段没有改：要从小到大写两位数的年龄，用逗号隔开，最多八个' })
              else if (read !== settings.age_bands) void save({ age_bands: read })
            }}
          />
          <label htmlFor={`${id}bands`}><b>代表年龄分段</b><span className="sm mut">{`每段的最大年龄。现在分成：${ageBands(settings.age_bands).map(([, name]) => name).join('、')}。`}</span></label>
        </li>
        <li className="choice-row">
          <input
            id={`${id}years`}
            className="input"
            style={{ width: 72 }}
            inputMode="numeric"
            value={years}
            maxLength={2}
            onChange={(event) => setYears(event.target.value)}
            onBlur={() => {
              const value = Number(years)
              if (!/^\d+$/u.test(years) || value < 1 || value > 30) setYears(String(settings.visitor_years))
              else if (value !== settings.visitor_years) void save({ visitor_years: value })
            }}
          />
          <label htmlFor={`${id}years`}><b>年以后抹去来访人姓名</b><span className="sm mut">从事情办完那天算。接待记录保留，只抹去来访人的姓名、电话和住址，不能恢复。</span></label>
        </li>
      </ul>
    </Card>
  )
}
