/** A record of a package that was not taken while the others were: why, and what whoever reads it does next. */
import type { Sentence } from './say'

/** Who reads it: the town whose record it is, the county that took the package, the town that took the receipt. */
export type FaultReader = 'writer' | 'county' | 'receiver'

const elsewhere: Readonly<Record<Exclude<FaultReader, 'writer'>, string>> = {
  county: '别的记录照常收了。回执会告诉镇里；再有，请打电话问镇里。',
  receiver: '本镇的记录没有变。请告诉县里，请他们再写一份回执。',
}

interface Reason {
  readonly say: string
  /** For the writer. */
  readonly next: string
}

function reasonOf(code: string, field: string | null): Reason {
  if (code === 'wrong-town') return { say: '这一条写在别的乡镇名下，没有收。', next: '是本镇的事，请新记一条，再删掉这一条；不是的，直接删掉。' }
  if (code === 'damaged') return { say: '这一条的内容和它的校验对不上，没有收。', next: '请打开这一条，核对以后再保存一次，下一包会重新带上。' }
  if (code === 'too-big') return { say: '这一条太长，没有收。', next: '请把长的内容删短，或者做成附件，再保存。' }
  if (field === 'owner') return { say: '这个附件跟着一条不上报的记录，没有收。', next: '不用管；要交给县里的，请加到上报的记录上。' }
  if (field === 'type' || field === 'id') return { say: '这一条和已有的另一条对不上号，没有收。', next: '要报的，请新记一条，再删掉这一条。' }
  return { say: '这一条里有读不懂的内容，没有收。', next: '请打开这一条，核对以后再保存一次，下一包会重新带上。' }
}

/** In words; `field` = where in the line it was found, as the error named it. */
export function sayFault({ code, field }: { readonly code: string; readonly field: string | null }, reader: FaultReader): Sentence {
  const { say, next } = reasonOf(code, field)
  return { say, next: reader === 'writer' ? next : elsewhere[reader] }
}
