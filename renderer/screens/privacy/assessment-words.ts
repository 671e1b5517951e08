/** What the form of an assessment asks, and what the program itself can say beforehand. Pure. */
import type { Assessment, PrivacyPage } from '../../../shared/contract/safety'

export type AssessmentKey = Exclude<keyof Assessment, 'on' | 'by'>

export const assessmentFields: readonly { readonly key: AssessmentKey; readonly label: string }[] = [
  { key: 'purpose', label: '目的和方式是否合法、正当、必要' }, { key: 'risk', label: '对个人权益的影响和安全风险' },
  { key: 'measures', label: '保护措施是否合法、有效、与风险相适应' }, { key: 'conclusion', label: '结论' },
]

/** Facts of this office, to be read and corrected by whoever assesses. */
export function proposed(page: PrivacyPage): Readonly<Record<AssessmentKey, string>> {
  const kinds = page.kinds.map((kind) => `${kind.label} ${String(kind.records)} 条（${kind.covered.join('、')}）`).join('；')
  return {
    purpose: `为履行代表法、地方组织法规定的代表工作职责，登记：${kinds}。证件号码用于核对同名和换届名册，电话用于通知会议和活动，来访人姓名电话用于答复。不登记用不到的项目。`,
    risk: '一旦泄露，可能被冒用身份、被骚扰，来访群众可能受到打扰。主要风险：电脑或 U 盘丢失、离开座位时被人看到、打印件外传。',
    measures: `数据库、附件、备份全部加密，凭密码打开；软件不联网；屏幕上遮住，查看留痕；离开自动锁上；不随上报包离开本镇；来访人信息满 ${String(page.visitors.years)} 年自动抹去；本人要求的可以抹去。`,
    conclusion: '目的合法、范围必要，措施与风险相适应，可以处理。',
  }
}
