import type { Field } from '../fields'

const saysUnit = /[(（]元[^()（）]*[)）]$/u

/** How a column of this field is headed on paper and in sheets: amounts say 元, once. */
export const columnHeading = (field: Pick<Field, 'label' | 'kind'>): string => (field.kind === 'money' && !saysUnit.test(field.label) ? `${field.label}(元)` : field.label)
