/** The documents that can be made of a year: by name on the command line and in the window. */
import { paperKinds } from './papers/kinds'

/** One document each. */
export const yearKinds = ['annual', 'suggestions', 'suggestion-table', 'table', 'supervision', 'publication', 'deputy', 'meetings', 'changes', 'half', 'assessment'] as const

/** All of them, those of single records too: a document for every record of the year. */
export const reportKinds = [...yearKinds, ...paperKinds] as const
export type ReportKind = (typeof reportKinds)[number]
