/** Fills the general form of a record as a person at the keyboard does: by the control of each field, whatever its kind. */
import type { Page } from 'playwright-core'
import type { Field } from '../../../shared/fields'

/** Types or chooses a value in the control of `key`. `words` go into text fields; of what a reference or a code offers, the first is taken. */
export async function fillField(page: Page, key: string, field: Field, words: string): Promise<void> {
  const control = page.locator(`#field-${key}`)
  switch (field.kind) {
    case 'text': case 'longText':
      return control.fill(words)
    case 'date': case 'ym':
      return control.fill('2026.3.10')
    case 'month':
      return control.fill('2026.3')
    case 'int':
      return control.fill(field.min !== undefined && field.min > 1000 ? '2026' : '12')
    case 'money':
      return control.fill('120')
    case 'choice':
      if ((await control.getAttribute('role')) === 'radiogroup') return control.locator('label').first().click()
      return chooseFirst(page, key)
    case 'ref': case 'refs':
      await chooseFirst(page, key, field.orText === true ? words : undefined)
      if (field.kind === 'refs') await page.keyboard.press('Tab')
      return
    case 'flag':
      return control.click()
    case 'file': case 'files': case 'list': case 'derived':
      throw new Error(`${key}: a ${field.kind} is not asked for before a record can be saved`)
  }
}

async function chooseFirst(page: Page, key: string, typed?: string): Promise<void> {
  const control = page.locator(`#field-${key}`)
  await control.click()
  if (typed !== undefined) await control.fill(typed)
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').first().click()
}
