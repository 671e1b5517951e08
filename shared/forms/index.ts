/** Every printed form, by the two capitals of its code. */
import type { Form } from './form'
import { meetingForms } from './meetings'
import { peopleForms } from './people'
import { suggestionForms } from './suggestion'

export const forms: readonly Form[] = [...suggestionForms, ...meetingForms, ...peopleForms]

export const formOf = (code: string): Form | null => forms.find((form) => form.code === code) ?? null

export const formsOf = (type: string): readonly Form[] => forms.filter((form) => form.types.includes(type))
