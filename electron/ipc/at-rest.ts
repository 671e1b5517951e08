/** Work for which nobody should wait, done once when the store has heard nothing for a while. */

export interface AtRest {
  /** From now on the next rest is used. */
  wanted(): void
  /** Somebody asks: not now. */
  heard(): void
}

/** `rest` = milliseconds without a question before `work` runs. */
export function atRest(rest: number, work: () => void): AtRest {
  let waits: ReturnType<typeof setTimeout> | null = null
  const begin = (): void => {
    waits = setTimeout(() => {
      waits = null
      work()
    }, rest)
    waits.unref()
  }
  return {
    wanted() {
      if (waits) clearTimeout(waits)
      begin()
    },
    heard() {
      if (!waits) return
      clearTimeout(waits)
      begin()
    },
  }
}
