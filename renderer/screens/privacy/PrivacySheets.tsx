import type { Assessment } from '../../../shared/contract/safety'
import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'
import { assessmentFields } from './assessment-words'

/** The assessment on paper, to be signed and filed. */
export function AssessmentSheet({ office, one }: { readonly office: string; readonly one: Assessment }) {
  return (
    <Sheet title="个人信息保护影响评估记录" lines={[`单位：${office}`, `评估日期：${sayDate(one.on)}`, `评估人：${one.by}`]} signs={['评估人', '负责人', '日期']}>
      {assessmentFields.map(({ key, label }) => <section key={key}><h2>{label}</h2><p>{one[key]}</p></section>)}
      <p>依据：个人信息保护法第五十五条、第五十六条。本记录至少保存三年。</p>
    </Sheet>
  )
}

/** What a deputy is told before personal data are entered (article 17; article 35 for state organs). */
export function NoticeSheet({ office }: { readonly office: string }) {
  return (
    <Sheet title="个人信息处理告知书" signs={['本人', '日期']}>
      <p>{`${office}人大主席团为履行代表法、地方组织法规定的职责，需要处理您的个人信息，现告知如下：`}</p>
      <p>一、处理者：{office}人大主席团。联系人及电话：＿＿＿＿＿＿＿＿＿＿＿＿</p>
      <p>二、处理的信息：姓名、性别、民族、出生年月、政治面貌、学历、工作单位及职务；公民身份号码、手机号码、通讯地址、补贴账号（敏感信息，用于核对身份、通知会议和发放补贴）。</p>
      <p>三、方式：登记在本单位一台不联网的电脑里，加密保存，凭密码使用，查看留有记录。公民身份号码、电话、地址不上报。</p>
      <p>四、期限：任期内保存；离任后只保留依法应当归档的内容。</p>
      <p>五、您可以查阅、复制、更正，法律规定的情形下可以要求删除，请向上述联系人提出；也可以向网信部门投诉、举报。</p>
    </Sheet>
  )
}

/** What those concerned and the authority are told after a leak (article 57). */
export function LeakSheet({ office }: { readonly office: string }) {
  return (
    <Sheet title="个人信息泄露通知书" signs={['经办人', '负责人', '日期']}>
      <p>＿＿＿＿＿＿＿＿：</p>
      <p>{`${office}人大主席团处理的个人信息发生（可能发生）泄露、篡改、丢失，依照个人信息保护法第五十七条通知如下：`}</p>
      <p>一、信息种类：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿</p>
      <p>二、原因：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿</p>
      <p>三、可能造成的危害：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿</p>
      <p>四、已经采取的补救措施：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿</p>
      <p>五、您可以采取的措施：留意陌生电话和短信，不向来电者提供验证码；发现被冒用，请报警并告知我们。</p>
      <p>六、联系方式：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿</p>
    </Sheet>
  )
}
