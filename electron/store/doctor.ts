/** Checks as pairs of a question and a repair. */
export interface DoctorFinding {
  /** Kebab-case name of the check. */
  readonly check: string
  readonly ok: boolean
  readonly count: number
  readonly fixed: number
  readonly detail: string
  /** First records that are concerned. */
  readonly ids: readonly string[]
}

export interface DoctorReport {
  readonly ok: boolean
  readonly findings: readonly DoctorFinding[]
}
