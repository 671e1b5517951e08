import type { Page } from 'playwright-core'

/** Types as an input method does: the letters stand underlined in the field, then the characters take their place. */
export async function compose(page: Page, letters: string, characters: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (let typed = 1; typed <= letters.length; typed++) {
    await session.send('Input.imeSetComposition', { text: letters.slice(0, typed), selectionStart: typed, selectionEnd: typed })
  }
  await session.send('Input.imeSetComposition', { text: characters, selectionStart: characters.length, selectionEnd: characters.length })
  await session.send('Input.insertText', { text: characters })
  await session.detach()
}
