import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { Data } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import { FieldRow } from '../fields/FieldRow'
import { LabelledRow } from '../fields/LabelledRow'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/Icon'
import { doubtOf, isFixed, isMasked, nowWanted, type FieldErrors, type FormGroups } from './form-fields'

interface FormFieldsProps {
  readonly declaration: Declaration
  readonly record: Rec | null
  readonly groups: FormGroups
  readonly read: (key: string) => unknown
  readonly onChange: (key: string, value: unknown) => void
  readonly onLeave: () => void
  readonly errors: FieldErrors
  /** The field that gets the focus first. */
  readonly focus: string | null
}

/** Id of a field's control, so that an error can move the focus there. */
export const fieldId = (key: string): string => `field-${key}`

/** One column: what it cannot be saved without, what is wanted, the rest folded. */
export function FormFields(props: FormFieldsProps) {
  const { declaration, groups, read, errors, focus } = props
  const data = Object.fromEntries(Object.keys(declaration.fields).map((key) => [key, read(key)])) as Data
  const wanted = nowWanted(declaration, groups, data)
  const folded = groups.more.filter((key) => !wanted.includes(key))
  const [open, setOpen] = useState(false)
  const shown = open || folded.some((key) => errors[key] !== undefined || key === focus)
  const visible = [...groups.first, ...groups.main, ...wanted]
  // In the order of the declaration, so that the form reads like the paper one.
  const main = Object.keys(declaration.fields).filter((key) => visible.includes(key) && !groups.first.includes(key))
  return (
    <Card className="rec-form">
      {[...groups.first, ...main].map((key) => <OneField key={key} {...props} name={key} />)}
      {folded.length > 0 && (
        <>
          <div className="rec-fold">
            <Button look="text" aria-expanded={shown} icon={<Icon of={shown ? UpOutlined : DownOutlined} />} onClick={() => setOpen(!shown)}>
              {shown ? '收起不常用的' : `更多 ${folded.length} 项（都可以不填）`}
            </Button>
          </div>
          {shown && folded.map((key) => <OneField key={key} {...props} name={key} />)}
        </>
      )}
    </Card>
  )
}

function OneField(props: FormFieldsProps & { readonly name: string }) {
  const { declaration, record, read, onChange, onLeave, errors, focus, name } = props
  const field = declaration.fields[name]
  const value = read(name)
  if (field === undefined) return null
  if (isMasked(declaration, value)) {
    return (
      <LabelledRow label={field.label} htmlFor={fieldId(name)} hint="平时遮住。要改就重新输入一遍。">
        <div className="row" style={{ minHeight: 'var(--ctl)' }}>
          <span>{value}</span>
          <Button id={fieldId(name)} onClick={() => onChange(name, '')} aria-label={`重新输入${field.label}`}>重新输入</Button>
        </div>
      </LabelledRow>
    )
  }
  const fixed = isFixed(declaration, name, record)
  return (
    <FieldRow
      field={fixed ? { ...field, hint: '这一项保存后不能改。填错了请删除后重记。' } : field}
      value={value}
      onChange={(next) => onChange(name, next)}
      onLeave={onLeave}
      error={errors[name] ?? null}
      warning={doubtOf(declaration, name, value)}
      disabled={fixed}
      autoFocus={name === focus}
      id={fieldId(name)}
    />
  )
}
