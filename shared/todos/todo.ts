/** Screens that a reminder may lead to. */
export type TodoScreen = 'annual-report' | 'year' | 'term'

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
  /** `past` = was due before the office began to use the program (启用日期): history that may be filled in. */
  readonly state: 'late' | 'soon' | 'later' | 'past'
  /** Days left; negative = overdue. */
  readonly days: number
  readonly action: {
    readonly label: string
    readonly kind: 'step' | 'new' | 'open'
    /** A screen of its own instead of a record or a list. */
    readonly screen?: TodoScreen
    readonly step?: string
    readonly type?: string
    readonly id?: string
    /** The field to mend: its form opens there. */
    readonly focus?: string
    /** What a new record begins with: everything that the to-do knows. */
    readonly preset?: Readonly<Record<string, string>>
  }
  readonly note?: string
}

/** The three flags before a due day: 30, 15 and 7 days. */
export type Ahead = 'late' | 7 | 15 | 30 | 'later'

/** How near a due day is: `late` from the day after it on, then within 7, 15 and 30 days, the day itself included. */
export const aheadOf = (days: number): Ahead => (days < 0 ? 'late' : days <= 7 ? 7 : days <= 15 ? 15 : days <= 30 ? 30 : 'later')

/** What a reminder is about beside its rule: the part of its id behind the colon, '' where there is one of the rule only. */
export const subjectOf = (todo: Pick<Todo, 'id' | 'rule'>): string => todo.id.slice(todo.rule.length + 1)
