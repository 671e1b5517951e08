/** Official papers of single records: minutes of a meeting, notice, letter of reply, brief. */
export const paperKinds = ['minutes', 'notice', 'reply', 'brief'] as const
export type PaperKind = (typeof paperKinds)[number]

export const isPaperKind = (kind: string): kind is PaperKind => (paperKinds as readonly string[]).includes(kind)
