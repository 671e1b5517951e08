import { go } from '../../state/navigation'
import { useLevel } from '../../state/level'
import { setContrast, setTextSize, textSizes, textSizeWords, useOffice, useSession } from '../../state/session'
import { keyWords } from '../../state/key-words'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Segmented } from '../../ui/Segmented'
import { LicencesCard } from '../licences/LicencesCard'

const options = textSizes.map((size) => ({ value: size, label: textSizeWords[size] }))

const contrasts = [{ value: 'standard', label: '标准' }, { value: 'high', label: '黑白分明' }] as const

/** How large the text is, and the keys that save the hand some way. */
export function LookPart() {
  const size = useSession((state) => state.size)
  const office = useOffice()
  const level = useLevel()
  const contrast = useSession((state) => state.contrast)
  return (
    <>
      <Card title="字号">
        <div className="row">
          <Segmented label="字号" options={options} value={size} onChange={setTextSize} />
          <span className="mut">按钮和行高一起变</span>
        </div>
      </Card>
      <Card title="颜色">
        <div className="row">
          <Segmented label="颜色" options={contrasts} value={contrast} onChange={setContrast} />
          <span className="mut">屏幕旧、光线亮、眼睛不好，用“黑白分明”</span>
        </div>
      </Card>
      <Card title="按键">
        <dl className="facts">{keyWords(office?.role ?? 'town', level.each).map(([key, what]) => <div key={key}><dt>{key}</dt><dd>{what}</dd></div>)}</dl>
      </Card>
      <Card title="怎么用" tools={<Button onClick={() => go({ screen: 'help' })}>看帮助</Button>}>
        <p className="mut">一件事一页，有图，能找，能打印出来放在手边。随时按 F1。</p>
      </Card>
      <LicencesCard />
    </>
  )
}
