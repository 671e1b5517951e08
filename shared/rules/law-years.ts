/** The year of the text in force of each law that rules and figures name: 代表法第51条 → 代表法（2025年）第51条. */
const years: Readonly<Record<string, number>> = {
  地方组织法: 2022, 代表法: 2025, 选举法: 2020, 监督法: 2024, 预算法: 2018, 档案法: 2020, 个人信息保护法: 2021, 信访工作条例: 2022,
}

const named = new RegExp(`(${Object.keys(years).join('|')})(?![（(])`, 'gu')

/** The source with the year of its law; a source that names its own year, or no law, stays as it is. */
export const withYear = (source: string): string => source.replaceAll(named, (law: string) => `${law}（${String(years[law])}年）`)
