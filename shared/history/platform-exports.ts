/**
 * Exports of platforms whose columns are published: what each column is, so that nobody chooses it by hand. Only platforms whose own pages or source
 * name the columns stand here (docs/paper.md says where was looked); a platform without a published list is taken by its headings as any other table.
 */
export interface PlatformExport {
  /** As a person is told. */
  readonly name: string
  /** Where its columns are published, and when they were read. */
  readonly source: string
  readonly readOn: string
  readonly type: string
  /** Heading → key of the field, '' = into the remark. A heading under another is written behind it. */
  readonly columns: Readonly<Record<string, string>>
}

const zhrd = { source: 'https://github.com/Kskjshare/zhrd', readOn: '2026-11-28' } as const

export const platformExports: readonly PlatformExport[] = [
  {
    ...zhrd, name: '自治县人大代表履职平台“代表建议目录”（优秀建议目录、重点建议目录相同）', type: 'suggestion',
    columns: { 建议编号: 'no', 提建议人单位: '', 提建议人姓名: 'lead', 建议标题: 'title', 拟主办单位: 'host', 备注: 'remark' },
  },
  {
    ...zhrd, name: '自治县人大代表履职平台“代表建议承办单位办理情况满意度测评表”', type: 'suggestion',
    columns: { 建议编号: 'no', 领衔代表单位: '', 领衔代表姓名: 'lead', 建议标题: 'title', 主办单位: 'host', '代表测评情况满意(80分-100分)': '', '代表测评情况基本满意(60分-79分)': '', '代表测评情况不满意(59分以下)': '', 备注: 'remark' },
  },
]

const plain = (heading: string): string => heading.replaceAll(/\s+/gu, '')

/** The export that has exactly these columns (a running number aside); null for every other table. */
export function platformOf(type: string, headings: readonly string[]): PlatformExport | null {
  const here = new Set(headings.map(plain).filter((heading) => heading !== '' && heading !== '序号'))
  return platformExports.find((one) => one.type === type && Object.keys(one.columns).length === here.size && Object.keys(one.columns).every((heading) => here.has(plain(heading)))) ?? null
}
