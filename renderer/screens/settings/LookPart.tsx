import { go } from '../../state/navigation'
import { setTextSize, textSizes, textSizeWords, useSession } from '../../state/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Segmented } from '../../ui/Segmented'

const options = textSizes.map((size) => ({ value: size, label: textSizeWords[size] }))

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl 加 S', '保存'], ['Esc', '先不存，返回（写的都留着）'], ['Ctrl 加 F', '找记录'], ['Alt 加 ←', '回上一页'], ['Ctrl 加 +、−', '字大、字小'], ['Alt 加 ↓', '打开日历'],
]

/** How large the text is, and the keys that save the hand some way. */
export function LookPart() {
  const size = useSession((state) => state.size)
  return (
    <>
      <Card title="字号">
        <div className="row">
          <Segmented label="字号" options={options} value={size} onChange={setTextSize} />
          <span className="mut">按钮和行高一起变</span>
        </div>
      </Card>
      <Card title="按键">
        <dl className="facts">{keys.map(([key, what]) => <div key={key}><dt>{key}</dt><dd>{what}</dd></div>)}</dl>
      </Card>
      <Card title="怎么用" tools={<Button onClick={() => go({ screen: 'help' })}>看帮助</Button>}>
        <p className="mut">八个短页，都能打印出来放在手边。</p>
      </Card>
    </>
  )
}
