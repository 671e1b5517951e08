import { useState } from 'react'
import type { OfficeInfo } from '../../../shared/contract/office'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { HandOverDialog } from './HandOverDialog'

/** 交接: the one who goes and the one who comes sit side by side; one form, then three papers. */
export function ChairCard({ office }: { readonly office: OfficeInfo }) {
  const [open, setOpen] = useState(false)
  return (
    <Card title="换人：交给下一任" tools={<Button look="primary" onClick={() => setOpen(true)}>办理交接</Button>}>
      <p>两个人一起坐到电脑前：换成新密码，当场打印交接单{office.role === 'town' ? '和两张恢复单' : '和密码恢复单'}。交接单上列着没办完的事，签字存档。</p>
      <p className="mut">记录、编号和跟{office.role === 'town' ? '县里' : '各镇'}的配对都不变；旧密码、旧的密码恢复单当场作废。以前做的备份仍用旧密码。</p>
      {open && <HandOverDialog office={office} onClose={() => setOpen(false)} />}
    </Card>
  )
}
