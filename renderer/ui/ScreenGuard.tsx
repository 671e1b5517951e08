import { Component, type ReactNode } from 'react'
import { fail, type Failure } from '../../shared/result'
import { go } from '../state/navigation'
import { Button } from './Button'
import { ErrorBox } from './ErrorBox'
import { PageHead } from './PageHead'

interface ScreenGuardProps {
  /** No screen is registered for the route. */
  readonly missing: boolean
  readonly children: ReactNode
}

/** A screen that breaks must not take the window with it: the rail stays, the error is said, drafts are in the store. */
export class ScreenGuard extends Component<ScreenGuardProps, { readonly failure: Failure | null }> {
  override state: { readonly failure: Failure | null } = { failure: null }

  static getDerivedStateFromError(error: unknown): { readonly failure: Failure } {
    const message = error instanceof Error ? error.message : String(error)
    return { failure: fail('internal', { detail: { message, where: error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 6) : [] } }) }
  }

  override render(): ReactNode {
    const failure = this.state.failure ?? (this.props.missing ? fail('internal', { detail: { message: 'no such screen' } }) : null)
    if (failure === null) return this.props.children
    return (
      <>
        <PageHead title="这个页面打不开" />
        <div className="body">
          <ErrorBox failure={failure}>
            {this.props.missing ? null : <Button onClick={() => this.setState({ failure: null })}>再试一次</Button>}
            <Button onClick={() => go({ screen: 'home' })}>回首页</Button>
          </ErrorBox>
        </div>
      </>
    )
  }
}
