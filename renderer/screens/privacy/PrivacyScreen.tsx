import '../../records/records.css'
import '../settings/settings.css'
import type { PrivacyPage } from '../../../shared/contract/safety'
import type { OfficeInfo } from '../../../shared/contract/office'
import { printSheet } from '../../print/print-sheet'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayDate } from '../../ui/say-date'
import { AssessmentCard } from './AssessmentCard'
import { LeakSheet, NoticeSheet } from './PrivacySheets'

/** What is known of private people, where it lies, how long it stays, and what the law wants on paper. */
export default function PrivacyScreen() {
  const office = useOffice()
  const query = useQuery('privacy.get', {}, { types: ['visitor', 'person_private'] })
  if (office === null) return null
  return (
    <>
      <PageHead title="个人信息保护" crumb="设置" onCrumb={() => go({ screen: 'settings', part: 'safety' })} />
      <div className="body settings">
        <Loaded query={query} rows={8}>
          {(page) => (
            <>
              <KeptCard page={page} />
              <LongCard page={page} office={office} />
              <AssessmentCard office={office} page={page} onSaved={query.reload} />
              <PapersCard office={office} />
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}

function KeptCard({ page }: { readonly page: PrivacyPage }) {
  return (
    <Card title="存了什么，放在哪里">
      <dl className="facts">
        {page.kinds.map((kind) => <div key={kind.type}><dt>{kind.label}</dt><dd>{`${kind.records} 条：${kind.covered.join('、')}`}</dd></div>)}
        <div><dt>放在</dt><dd style={{ userSelect: 'text', overflowWrap: 'anywhere' }}>{page.data_dir}</dd></div>
        <div><dt>自动备份</dt><dd style={{ userSelect: 'text', overflowWrap: 'anywhere' }}>{page.backup_dir}</dd></div>
        <div><dt>怎么保护</dt><dd>整个数据库、附件、备份都加密，没有密码打不开；软件不联网。</dd></div>
        <div><dt>谁看得到</dt><dd>只留在镇里，不上报；屏幕上遮住，按住“显示”才看得到，看一次记一次。</dd></div>
        <div><dt>最近一年</dt><dd>{`看过 ${page.looks} 次，打印导出 ${page.exports} 次`}　<button type="button" className="link" onClick={() => go({ screen: 'audit' })}>操作记录</button></dd></div>
      </dl>
    </Card>
  )
}

function LongCard({ page, office }: { readonly page: PrivacyPage; readonly office: OfficeInfo }) {
  const { years, records, erased, next } = page.visitors
  return (
    <Card title="留多久" tools={<Button onClick={() => go({ screen: 'settings', part: 'choices' })}>改年数</Button>}>
      <p>
        {`来访人的姓名、电话、住址，事情办完满 ${years} 年自动抹去，接待记录留着。现有 ${records} 条，已抹去 ${erased} 条`}
        {next === null ? '。' : next <= office.today ? '；到期的下次打开软件时抹去。' : `；最早的一条 ${sayDate(next)} 到期。`}
      </p>
      <p className="mut">本人要求删除的：打开那一条，点“彻底抹去”，连同修改记录一起抹掉，不能恢复。旧备份里的，随备份轮换一年内清掉；第二个位置和 U 盘上的附件，下一次备份到那里时清掉。U 盘上的旧备份文件、恢复备份时改名留着的旧数据（before-restore 开头的文件夹），请自己删掉。</p>
    </Card>
  )
}

function PapersCard({ office }: { readonly office: OfficeInfo }) {
  return (
    <Card
      title="要发给本人的纸"
      tools={
        <>
          <Button onClick={() => void printSheet(<NoticeSheet office={office.name} />)}>打印告知书</Button>
          <Button onClick={() => void printSheet(<LeakSheet office={office.name} />)}>打印泄露通知书</Button>
        </>
      }
    >
      <p>登记代表证件号、电话以前，请把告知书发给代表（个人信息保护法第17、35条）。U 盘、电脑丢了又可能被人打开的，用泄露通知书告知本人并报告主管部门（第57条）。</p>
    </Card>
  )
}
