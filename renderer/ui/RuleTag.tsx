import type { RuleEntry } from '../../shared/rules/rule-book'

/** Who wants a date, framed, then the rule in words: 法律 代表法第51条 · 交办后3个月. */
export function RuleTag({ who, children }: { readonly who: RuleEntry['who']; readonly children?: React.ReactNode }) {
  return (
    <span className="rule">
      <em>{who}</em>
      {children !== undefined && <span className="cut">{children}</span>}
    </span>
  )
}
