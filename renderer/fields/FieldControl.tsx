import { assertNever } from '../../shared/result'
import { ChoiceControl } from './ChoiceControl'
import type { ControlProps } from './control-props'
import { DateControl } from './DateControl'
import { FilesControl } from './FilesControl'
import { FlagControl } from './FlagControl'
import { ListControl } from './ListControl'
import { IntControl, MoneyControl, TenthsControl } from './NumberControl'
import { RefControl, RefsControl } from './RefControl'
import { LongTextControl, TextControl } from './TextControl'

/** The control of a field by its kind. */
export function FieldControl(props: ControlProps) {
  switch (props.field.kind) {
    case 'text':
      return props.field.oneOf === undefined ? <TextControl {...props} /> : <ChoiceControl {...props} />
    case 'longText':
      return <LongTextControl {...props} />
    case 'date':
      return <DateControl {...props} precision="day" />
    case 'month':
      return <DateControl {...props} precision="month" />
    case 'ym':
      return <DateControl {...props} precision="either" />
    case 'int':
      return props.field.tenths === true ? <TenthsControl {...props} /> : <IntControl {...props} />
    case 'money':
      return <MoneyControl {...props} />
    case 'flag':
      return <FlagControl {...props} />
    case 'choice':
      return <ChoiceControl {...props} />
    case 'ref':
      return <RefControl {...props} />
    case 'refs':
      return <RefsControl {...props} />
    case 'list':
      return <ListControl {...props} Cell={FieldControl} />
    case 'file':
      return <FilesControl {...props} several={false} />
    case 'files':
      return <FilesControl {...props} several />
    case 'derived':
      return null
    default:
      return assertNever(props.field.kind)
  }
}
