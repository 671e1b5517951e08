/** What is due, by which rule, and the button that settles it. Computed from records and a date only (domain.md 1.2, A.32). */
export interface Todo {
  /** Stable: rule and record, e.g. `suggest.reply.normal:<uid>`. */
  readonly id: string
  /** Key of the rule entry. */
  readonly rule: string
  readonly who: '法律' | '省里' | '县里' | '镇里'
  /** One Chinese line with number and name. */
  readonly title: string
  readonly about: { readonly type: string; readonly id: string } | null
  readonly due_on: string
  /** The day the clock started; null where there is none. */
  readonly started_on: string | null
  readonly owner: string
  /** The rule in words, e.g. 代表法第51条 · 交办后3个月. */
  readonly source: string
  readonly state: 'late' | 'soon' | 'later'
  /** Days left; negative = overdue. */
  readonly days: number
  readonly action: {
    readonly label: string
    readonly kind: 'step' | 'new' | 'open'
    readonly step?: string
    readonly type?: string
    readonly id?: string
  }
  readonly note?: string
}
