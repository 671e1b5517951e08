import type { ButtonHTMLAttributes, ReactNode } from 'react'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  /** `primary` = the next step, one a screen; `danger` = deletes, outlined; `text` = opens something. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'text'
  readonly large?: boolean
  /** Shows that its work is going on and takes no second press. */
  readonly busy?: boolean
  readonly submit?: boolean
  readonly icon?: ReactNode
}

const looks = { plain: '', primary: ' pri', danger: ' bad', text: ' txt' } as const

export function Button({ look = 'plain', large = false, busy = false, submit = false, icon, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      className={`btn${looks[look]}${large ? ' lg' : ''}${className === undefined ? '' : ` ${className}`}`}
      disabled={disabled === true || busy}
      aria-busy={busy}
    >
      {icon}
      {busy ? '请稍候…' : children}
    </button>
  )
}
