/** The clock of the store's processes: the computer's, or the moment at which tests and pictures let it stand (`ZHEN_NOW`). */
export function clockOf(env: NodeJS.ProcessEnv): () => Date {
  const now = env['ZHEN_NOW']
  if (!now) return () => new Date()
  const fixed = new Date(/^\d{4}-\d{2}-\d{2}$/.test(now) ? `${now}T12:00:00+08:00` : now)
  return () => fixed
}
