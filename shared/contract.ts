/**
 * The wire: every command that the window or the command line may give, with the parser of its input and the type of its answer.
 * `Object.keys(contract)` is the allow-list. Each group has its file, so that no feature edits another's.
 */
import { archiveCommands } from './contract/archive'
import { auditCommands } from './contract/audit'
import { exchangeCommands } from './contract/exchange'
import { figureCommands } from './contract/figures'
import { fileCommands } from './contract/files'
import { ledgerCommands } from './contract/ledgers'
import { mergeCommands } from './contract/merge'
import { listFileCommands } from './contract/list-file'
import { meetingCommands } from './contract/meetings'
import { formCommands } from './contract/form'
import { rehearsalCommands } from './contract/rehearsal'
import { chartCommands } from './contract/charts'
import { guideCommands } from './contract/guide'
import { historyCommands } from './contract/history'
import { officeCommands } from './contract/office'
import { reportCommands } from './contract/report'
import { paperCommands } from './contract/paper'
import { ownFieldCommands } from './contract/own-fields'
import { pointCommands } from './contract/points'
import { planCommands } from './contract/plan'
import { projectCommands } from './contract/projects'
import { recordCommands } from './contract/records'
import { ruleCommands } from './contract/rules'
import { safetyCommands } from './contract/safety'
import { shellCommands } from './contract/shell'
import { termCommands } from './contract/term'
import { whyCommands } from './contract/why'
import { yearCommands } from './contract/year'
import type { Command } from './input'
import type { Result } from './result'

/** Commands that the store answers. */
export const contract = {
  ...officeCommands, ...guideCommands, ...safetyCommands, ...auditCommands, ...recordCommands, ...listFileCommands, ...mergeCommands, ...fileCommands, ...figureCommands, ...whyCommands, ...reportCommands, ...formCommands, ...rehearsalCommands, ...chartCommands, ...yearCommands, ...ruleCommands, ...termCommands, ...historyCommands, ...ledgerCommands, ...projectCommands, ...meetingCommands, ...planCommands, ...exchangeCommands,
  ...paperCommands,
  ...archiveCommands,
  ...ownFieldCommands,
  ...pointCommands,
} as const

/** Commands that the window's own process answers: dialogs, drives, printing. */
export const shellContract = shellCommands

export type StoreContract = typeof contract
export type ShellContract = typeof shellContract
export type Contract = StoreContract & ShellContract
export type CommandName = keyof Contract
export type StoreCommandName = keyof StoreContract

export type InputOf<N extends CommandName> = Contract[N] extends Command<infer I, unknown> ? I : never
export type OutputOf<N extends CommandName> = Contract[N] extends { readonly output?: infer O } ? Exclude<O, undefined> : never

/** Records changed: lists and pages that show them read again. */
export interface ChangedEvent {
  readonly kind: 'changed'
  readonly types: readonly string[]
  readonly ids: readonly string[]
}

/** Long work: phase in words by code, done of total, bytes where they matter. */
export interface ProgressEvent {
  readonly kind: 'progress'
  readonly job: string
  readonly phase: string
  readonly done: number
  readonly total: number
  readonly bytes?: number
}

/** The store locked itself or its process ended. */
export interface LockedEvent {
  readonly kind: 'locked'
  readonly why: 'asked' | 'idle' | 'crashed'
}

/** The system handed over a package: ask `shell.handed`. */
export interface HandedEvent {
  readonly kind: 'handed'
}

export type StoreEvent = ChangedEvent | ProgressEvent | LockedEvent | HandedEvent

/** What the preload puts on the window. */
export interface WindowApi {
  call<N extends CommandName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>
  on(listener: (event: StoreEvent) => void): () => void
  /** Where a file lies that was dropped or picked; empty for one that has no place on the disk, such as a pasted picture. */
  pathOf(file: unknown): string
}
