/** Puts a piece of the window on the screen with a stand-in for the store, and a person in front of it. */
import { render, type RenderResult } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import type { OfficeInfo } from '../../../shared/contract/office'
import { resetNavigation } from '../../../renderer/state/navigation'
import { resetNotices } from '../../../renderer/state/notices'
import { resetSession, useSession } from '../../../renderer/state/session'
import { forgetTitles } from '../../../renderer/state/titles'
import { forgetAnswers } from '../../../renderer/state/use-query'
import { installApi, type Answers, type FakeApi } from './fake-api'
import { town } from './sample'

export interface Shown extends RenderResult {
  readonly api: FakeApi
  readonly person: UserEvent
}

/** Everything forgotten as on a fresh start, then the office open (null = not). */
export function prepare(answers: Answers = {}, office: OfficeInfo | null = town): FakeApi {
  resetNavigation()
  resetNotices()
  resetSession()
  forgetAnswers()
  forgetTitles()
  if (office !== null) useSession.setState({ phase: 'open', office })
  return installApi(answers)
}

export function show(piece: ReactNode, answers: Answers = {}, office: OfficeInfo | null = town): Shown {
  const api = prepare(answers, office)
  return { ...render(piece), api, person: userEvent.setup() }
}
