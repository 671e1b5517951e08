import { lookAt } from '../state/practice'
import { Button } from './Button'
import { Status } from './Status'

/** Over every page of the practice office: that nothing here is real, and the ways out. */
export function PracticeStrip({ role }: { readonly role: 'town' | 'county' }) {
  const other = role === 'town' ? 'county' : 'town'
  return (
    <div className="practice-strip" role="status">
      <Status tone="soon">练习</Status>
      <span className="grow">这里的人和事都是编的，随便试；不要录真名。和正式数据分开放，永远不会混。</span>
      <Button look="text" onClick={() => void lookAt(other)}>{other === 'county' ? '看县里那边' : '回到镇里这边'}</Button>
      <Button onClick={() => void lookAt('none')}>退出练习</Button>
    </div>
  )
}
