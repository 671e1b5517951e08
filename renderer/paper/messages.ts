/** What window and reading worker say to each other. One page at a time: the next one is read when it is asked for. */
export type PaperTrouble = 'encrypted' | 'broken' | 'empty' | 'page-broken' | 'too-large'

export type ToWorker =
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly bytes: ArrayBuffer }
  | { readonly kind: 'next' }

export type FromWorker =
  | { readonly kind: 'pages'; readonly count: number }
  | { readonly kind: 'page'; readonly page: number; readonly jpeg: ArrayBuffer; readonly codes: readonly string[] }
  | { readonly kind: 'trouble'; readonly page: number; readonly why: PaperTrouble }
  | { readonly kind: 'end' }
