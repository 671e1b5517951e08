/** Forms printed from a record: blocks, with the code that leads the sheet back to it. */
import type { FormOffer } from '../../shared/contract/paper'
import { fileSafe } from '../../shared/exchange/names'
import { formOf, formsOf } from '../../shared/forms'
import type { Form, FormInput, FormPart } from '../../shared/forms/form'
import { writePaperCode, type PaperPart } from '../../shared/forms/paper-code'
import type { Rec } from '../../shared/record'
import { fail, ok, type Result } from '../../shared/result'
import { printableForm } from '../documents/html'
import { formDocxOf } from '../documents/write-document'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { putDocument } from './put-document'

export function formInput(desk: Desk, rec: Rec): FormInput {
  const titles = new Map<string, string>()
  const facts = desk.store.facts([rec.org])
  return {
    rec, facts, rules: desk.rules, settings: desk.settings, today: desk.today, office: desk.store.office.name,
    titleOf: (id) => {
      const known = titles.get(id)
      if (known !== undefined) return known
      const found = facts.get(id)
      // A deputy on a form is a name; the record's own title says the level and the term too.
      const person = found?.type === 'mandate' && typeof found.fields['person'] === 'string' ? found.fields['person'] : id
      const title = desk.store.title(desk.store.resolve(person))
      titles.set(id, title)
      return title
    },
  }
}

interface Ready {
  readonly form: Form
  readonly input: FormInput
}

function recordOf(desk: Desk, id: string): Result<Rec> {
  const rec = desk.store.get(desk.store.resolve(id))
  if (!rec) return fail('not-found', { detail: { id } })
  return rec.deleted ? fail('already-deleted', { detail: { id } }) : ok(rec)
}

function readyForm(desk: Desk, id: string, code: string): Result<Ready> {
  const rec = recordOf(desk, id)
  if (!rec.ok) return rec
  const form = formOf(code)
  if (!form?.types.includes(rec.value.type)) return fail('no-form', { detail: { form: code } })
  return ok({ form, input: formInput(desk, rec.value) })
}

const codeOf = ({ form, input: { rec } }: Ready, part?: PaperPart): string => writePaperCode({ org: rec.org, form: form.code, edition: form.edition, record: rec.id, ...(part === undefined ? {} : { part }) })
/** For people: which paper this is, where nobody has a reader at hand. */
const wordsOf = (desk: Desk, { form, input: { rec } }: Ready, part?: PaperPart): string => `${desk.store.office.name}人大　${form.label}（第${String(form.edition)}版）　${rec.id.slice(0, 6).toUpperCase()}${part === undefined ? '' : `　第${String(part.page)}页`}　`
const nameOf = (desk: Desk, { form, input: { rec } }: Ready): string => fileSafe(`${form.label}_${desk.store.title(rec.id)}`.slice(0, 90))

/** As many times as the form is to be printed, each copy on a page of its own. */
const copiesOf = ({ form, input }: Ready): ReturnType<Form['blocks']> =>
  Array.from({ length: form.copies ?? 1 }, (_, at) => [...(at === 0 ? [] : [{ kind: 'page' as const }]), ...form.blocks(input)]).flat()

/** The form in the parts that have a code of their own. */
const partsOf = (ready: Ready): readonly FormPart[] => ready.form.parts?.(ready.input) ?? [{ blocks: copiesOf(ready) }]

export const paperFormHandlers = {
  'paper.forms': ({ id }, desk) => {
    const rec = recordOf(desk, id)
    if (!rec.ok) return rec
    const input = formInput(desk, rec.value)
    return ok({ forms: formsOf(rec.value.type).filter((form) => form.ready?.(input) !== false).map((form): FormOffer => ({ code: form.code, label: form.label, note: form.note, copies: form.copies ?? 1 })) })
  },
  'paper.docx': async ({ id, form, out }, desk) => {
    const ready = readyForm(desk, id, form)
    if (!ready.ok) return ready
    const { pngOf } = await import('../documents/qr-code')
    const bytes = await formDocxOf(ready.value.form.label, partsOf(ready.value).map(({ part, blocks }) => ({ blocks, head: { png: pngOf(codeOf(ready.value, part)), words: wordsOf(desk, ready.value, part) } })))
    const made = await putDocument(desk, out, `${nameOf(desk, ready.value)}.docx`, 'docx', bytes)
    if (!made.ok) return made
    desk.store.events.note({ kind: 'print', by: desk.by, about: ready.value.input.rec.id, detail: { form } })
    return ok({ files: [made.value] })
  },
  'paper.html': async ({ id, form }, desk) => {
    const ready = readyForm(desk, id, form)
    if (!ready.ok) return ready
    const { svgOf } = await import('../documents/qr-code')
    desk.store.events.note({ kind: 'print', by: desk.by, about: ready.value.input.rec.id, detail: { form } })
    const pages = partsOf(ready.value).map(({ part, blocks }) => ({ blocks, head: { svg: svgOf(codeOf(ready.value, part)), words: wordsOf(desk, ready.value, part) } }))
    return ok({ html: printableForm(ready.value.form.label, pages), name: `${nameOf(desk, ready.value)}.pdf` })
  },
} satisfies Partial<Handlers<Desk>>
