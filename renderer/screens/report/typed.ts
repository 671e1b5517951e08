/** What is being typed into a paragraph, kept while the window is open: opening a record and coming back finds it as it was. */
const typed = new Map<string, string>()

const nameOf = (year: number, key: string): string => `${String(year)} ${key}`

export const typedOf = (year: number, key: string): string | null => typed.get(nameOf(year, key)) ?? null
export const keepTyped = (year: number, key: string, text: string): void => { typed.set(nameOf(year, key), text) }
export const forgetTyped = (year: number, key: string): void => { typed.delete(nameOf(year, key)) }
