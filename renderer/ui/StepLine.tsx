import { Status } from './Status'

/** All steps of long work in one line: those that are done, the one that goes on, and what is still to come. */
export function StepLine({ steps, at }: { readonly steps: readonly string[]; readonly at: number }) {
  return (
    <ol className="steps">
      {steps.map((step, index) => <li key={step}><Status tone={index < at ? 'done' : index === at ? 'doing' : 'idle'} quiet={index !== at}>{step}</Status></li>)}
    </ol>
  )
}
