import './help.css'
import { PrinterOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { call } from '../../api'
import { useLevel } from '../../state/level'
import { replace } from '../../state/navigation'
import { notifyFailure } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { PageHead } from '../../ui/PageHead'
import { printSheet } from '../../print/print-sheet'
import { version } from '../../../shared/version'
import { findHelp, helpPages, pictureOf } from './pages'
import { QuickCard } from './QuickCard'
import type { Block, Span } from './read-markdown'

/** One page a task with a picture, a search over all of them, the quick card; each fit for one printed sheet. */
export default function HelpScreen({ route }: ScreenProps<'help'>) {
  const [text, setText] = useState('')
  const office = useOffice()
  const level = useLevel()
  const first = office?.role === 'county' ? 'county' : 'start'
  const page = helpPages.find(({ name }) => name === (route.page ?? first)) ?? helpPages[0]
  const hits = findHelp(text)
  const print = async (): Promise<void> => {
    const answer = await call('shell.print', { dialog: true })
    if (!answer.ok) notifyFailure(answer)
  }
  const open = (name: string): void => {
    setText('')
    replace({ screen: 'help', page: name })
  }
  if (page === undefined) return null
  return (
    <>
      <PageHead title="帮助" beside={`版本 ${version}`} />
      <div className="body help">
        <div className="card help-side">
          <input id="find-help" className="input" type="search" aria-label="在帮助里找" placeholder="找：回执、密码…" autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />
          <nav aria-label="帮助目录">
            {text.trim() === '' && helpPages.map(({ name, title }) => (
              <button key={name} type="button" aria-current={name === page.name ? 'page' : undefined} onClick={() => open(name)}>{title}</button>
            ))}
            {text.trim() !== '' && hits.map(({ page: found, say }) => (
              <button key={found.name} type="button" onClick={() => open(found.name)}><b>{found.title}</b><span className="sm mut">{say}</span></button>
            ))}
          </nav>
          {text.trim() !== '' && hits.length === 0 && <p className="mut" role="status">没有找到，换个词试试，例如“备份”。</p>}
          <Button icon={<Icon of={PrinterOutlined} />} onClick={() => void printSheet(<QuickCard role={office?.role ?? 'town'} level={level} />)}>打印速查卡</Button>
        </div>
        <Card title={page.title} className="help-page" tools={<Button look="text" icon={<Icon of={PrinterOutlined} />} onClick={() => void print()}>打印这一页</Button>}>
          {page.blocks.map((block, index) => <Piece key={index} block={block} />)}
        </Card>
      </div>
    </>
  )
}

function Piece({ block }: { readonly block: Block }) {
  if ('items' in block) {
    const items = block.items.map((item, index) => <li key={index}><Words spans={item} /></li>)
    return block.kind === 'steps' ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  if (block.kind === 'picture') return <Picture name={block.name} words={block.words} />
  return block.kind === 'heading' ? <h3><Words spans={block.spans} /></h3> : <p><Words spans={block.spans} /></p>
}

const Words = ({ spans }: { readonly spans: readonly Span[] }) => spans.map((span, index) => (span.bold ? <b key={index}>{span.text}</b> : span.text))

function Picture({ name, words }: { readonly name: string; readonly words: string }) {
  const from = pictureOf(name)
  return from === null ? null : <figure><img src={from} alt={words} /><figcaption className="sm mut">{words}</figcaption></figure>
}
