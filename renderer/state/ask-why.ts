/** One panel for the whole window says where a number or a day comes from; whoever shows one asks here. */
import { create } from 'zustand'
import type { InputOf } from '../../shared/contract'

export type Asked =
  | { readonly of: 'figure'; readonly input: InputOf<'stats.why'> }
  | { readonly of: 'record'; readonly input: InputOf<'record.why'> }

export const useWhy = create<{ readonly asked: Asked | null }>(() => ({ asked: null }))

export const askWhy = (asked: Asked): void => useWhy.setState({ asked })
export const closeWhy = (): void => useWhy.setState({ asked: null })
export const whyIsOpen = (): boolean => useWhy.getState().asked !== null
