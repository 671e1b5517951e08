import { go } from '../state/navigation'
import type { Tab } from './menus'

/** The lists that stand beside the shown one. */
export function HubTabs({ tabs, at, label }: { readonly tabs: readonly Tab[]; readonly at: string; readonly label: string }) {
  return (
    <nav className="rec-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <button key={tab.key} type="button" aria-current={tab.key === at ? 'page' : undefined} onClick={() => go(tab.route)}>{tab.word}</button>
      ))}
    </nav>
  )
}
