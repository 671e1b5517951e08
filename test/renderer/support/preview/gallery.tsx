/** Every control in its states, side by side, to be looked at. */
import { useState } from 'react'
import { choice, date, flag, int, list, longText, money, month, ref, refs, text, ym, files, type Field } from '../../../../shared/fields'
import { FieldRow } from '../../../../renderer/fields/FieldRow'
import { IdMasked } from '../../../../renderer/ui/IdMasked'
import { TimelineRow } from '../../../../renderer/ui/Timeline'
import { Card } from '../../../../renderer/ui/Card'
import { SaveBar } from '../../../../renderer/ui/SaveBar'
import { PageHead } from '../../../../renderer/ui/PageHead'
import { Progress } from '../../../../renderer/ui/Progress'
import { ErrorBox } from '../../../../renderer/ui/ErrorBox'
import { ConfirmDelete } from '../../../../renderer/ui/ConfirmDelete'

const fields: Readonly<Record<string, Field>> = {
  kind: choice('活动类型', 'activity_kind', 'identity'),
  sex: choice('性别', 'sex', 'complete'),
  title: text('标题', 'identity'),
  body: longText('内容', 'optional', { hint: '写清情况、问题和具体建议' }),
  on: date('日期', 'identity'),
  replied: date('答复日期', 'step'),
  birth: ym('出生年月', 'complete'),
  month: month('月份', 'optional'),
  count: int('接触选民', 'optional', { unit: '人' }),
  amount: money('金额', 'optional'),
  open: flag('可公开', 'optional'),
  unit: ref('主办单位', ['organisation'], 'step'),
  people: refs('联名代表', ['mandate'], 'optional'),
  nation: choice('民族', 'ethnic', 'complete'),
  rows: list('经费明细', { name: text('项目', 'identity'), amount: money('金额', 'optional'), on: date('日期', 'optional') }, 'optional'),
  files: files('附件', 'optional'),
}

export function Gallery({ deleting }: { readonly deleting: boolean }) {
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({
    kind: '02', title: '走访石桥、上坪两村选民，听取通村道路意见', on: '2025-11-21', replied: '2025-05-06', birth: '1978-03', amount: 120_050, unit: 'o1',
    people: ['m1', 'm2'], rows: [{ name: '误工补贴', amount: 50_000, on: '2025-11-21' }, {}],
  })
  return (
    <>
      <PageHead title="各种控件" crumb="活动" />
      <div className="body">
        <Card>
          <div style={{ maxWidth: 820 }}>
            {Object.entries(fields).map(([key, field]) => (
              <FieldRow
                key={key}
                field={field}
                value={values[key]}
                onChange={(value) => setValues((before) => ({ ...before, [key]: value }))}
                error={key === 'replied' ? { code: 'date-order', detail: { first: '5月12日', firstLabel: '交办日期', second: '5月6日', secondLabel: '答复日期' } } : null}
                warning={key === 'birth' ? '和身份证号不一致，可以先存，标“待核”' : null}
              />
            ))}
          </div>
        </Card>
        <Card title="其他">
          <div style={{ display: 'grid', gap: 16 }}>
            <IdMasked id="p1" field="id_no" label="证件号码" masked="339901********0026" />
            <TimelineRow label="第 1 轮" steps={[
              { key: '1', tone: 'done', title: '提出', date: '7月15日', note: '闭会期间' }, { key: '2', tone: 'done', title: '立案', date: '7月18日' },
              { key: '3', tone: 'doing', title: '沟通', date: '待办' }, { key: '4', tone: 'idle', title: '答复', date: '12月5日前' },
            ]} />
            <Progress title="正在统计 2025 年" done={38} total={52} onCancel={() => undefined} />
            <ErrorBox failure={{ ok: false, code: 'stick-removed' }} />
          </div>
        </Card>
      </div>
      <SaveBar onSave={() => undefined} onLeave={() => undefined} onSaveAndNew={() => undefined}>照片不是必填。保存后可以撤销。</SaveBar>
      {deleting && <ConfirmDelete question="删除这次活动？" name="走访石桥、上坪两村选民，11月21日" consequences={['21 名代表的履职记录各少 1 次。', '县里已收到这条，下次上报会一并告知。']} onDelete={() => undefined} onClose={() => undefined} />}
    </>
  )
}
