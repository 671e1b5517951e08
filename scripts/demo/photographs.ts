/** A picture of every screen, at the size of the office computer. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Office } from './window'

const townScreens = ['首页', '代表', '会议', '活动', '建议', '监督', '联络站', '民生与重大事项', '经费', '文件', '统计报表', '上报', '设置'] as const
const countyScreens = ['首页', '各镇', '导入', '统计报表', '交办', '设置'] as const

async function photograph(office: Office, folder: string, prefix: string, names: readonly string[]): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true })
  const made: string[] = []
  for (const [index, name] of names.entries()) {
    await office.page.locator('nav').first().getByText(name, { exact: true }).or(office.page.getByRole('navigation').getByText(new RegExp(`^${name}`))).first().click()
    await office.page.waitForTimeout(900)
    const file = path.join(folder, `${prefix}-${String(index + 1).padStart(2, '0')}-${name}.png`)
    await office.page.screenshot({ path: file })
    made.push(file)
  }
  return made
}

export const photographTown = (office: Office, folder: string): Promise<readonly string[]> => photograph(office, folder, '镇', townScreens)
export const photographCounty = (office: Office, folder: string): Promise<readonly string[]> => photograph(office, folder, '县', countyScreens)
