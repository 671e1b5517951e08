import './help.css'
import { PrinterOutlined } from '@ant-design/icons'
import { call } from '../../api'
import { replace } from '../../state/navigation'
import { notifyFailure } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { PageHead } from '../../ui/PageHead'
import { helpPages } from './pages'
import type { Block, Span } from './read-markdown'

/** Eight short pages, one at a time, each fit for one printed sheet. */
export default function HelpScreen({ route }: ScreenProps<'help'>) {
  const page = helpPages.find(({ name }) => name === route.page) ?? helpPages[0]
  const print = async (): Promise<void> => {
    const answer = await call('shell.print', { dialog: true })
    if (!answer.ok) notifyFailure(answer)
  }
  if (page === undefined) return null
  return (
    <>
      <PageHead title="帮助" />
      <div className="body help">
        <nav className="card" aria-label="帮助目录">
          {helpPages.map(({ name, title }) => (
            <button key={name} type="button" aria-current={name === page.name ? 'page' : undefined} onClick={() => replace({ screen: 'help', page: name })}>{title}</button>
          ))}
        </nav>
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
  return block.kind === 'heading' ? <h3><Words spans={block.spans} /></h3> : <p><Words spans={block.spans} /></p>
}

const Words = ({ spans }: { readonly spans: readonly Span[] }) => spans.map((span, index) => (span.bold ? <b key={index}>{span.text}</b> : span.text))
