/** Official papers of single records: minutes of a meeting, notice, announcement of an election, letter of reply, brief. */
export const paperKinds = ['minutes', 'notice', 'announcement', 'reply', 'brief'] as const
export type PaperKind = (typeof paperKinds)[number]

export const isPaperKind = (kind: string): kind is PaperKind => (paperKinds as readonly string[]).includes(kind)
