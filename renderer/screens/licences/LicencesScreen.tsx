import '../settings/settings.css'
import { useEffect, useState } from 'react'
import { go } from '../../state/navigation'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { PageHead } from '../../ui/PageHead'

/** One built-in program of others; written by scripts/licences.mjs at every build. */
interface Licence {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

/** Whose programs are built in and under which licence, each with its text. */
export default function LicencesScreen() {
  const [list, setList] = useState<readonly Licence[] | null>(null)
  const [missing, setMissing] = useState(false)
  useEffect(() => {
    const read = async (): Promise<void> => {
      const answer = await fetch('./licences.json')
      if (!answer.ok) throw new Error(String(answer.status))
      setList((await answer.json()) as readonly Licence[])
    }
    read().catch(() => setMissing(true))
  }, [])
  return (
    <>
      <PageHead title="开放源代码许可" crumb="设置" onCrumb={() => go({ screen: 'settings', part: 'look' })} />
      <div className="body settings">
        {missing && <EmptyState title="没有找到许可清单" hint="请重新安装软件。" />}
        {list !== null && (
          <Card title="用到的程序" beside={<span className="mut">{`${list.length} 个；运行环境 Electron、Chromium 的许可在安装文件夹的 LICENSES.chromium.html`}</span>}>
            {list.map((one) => (
              <details key={`${one.name} ${one.version}`}>
                <summary><b>{one.name}</b>{` ${one.version}　`}<span className="mut">{one.licence || '包内没有注明'}</span></summary>
                <pre style={{ whiteSpace: 'pre-wrap' }}>{one.text === '' ? '包内没有许可全文。' : one.text}</pre>
              </details>
            ))}
          </Card>
        )}
      </div>
    </>
  )
}
