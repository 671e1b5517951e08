/** Made-up people. ID numbers use a region code that was never given out; nobody meets a name of a list of real deputies. */
import { idCheckCharacter } from '../parse/id-no'
import type { Random } from './random'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文']
const women = [...'秀兰英芳敏静丽娟霞红梅玲燕琴云萍凤菊莲珍蓉颖慧雪']
const men = [...'国建志明强军勇伟华林海波文斌刚平辉永福德山水根生贵有田长春立']
/** Never in use in GB/T 2260: a number that no person can have. */
const region = '510099'

export interface MadePerson {
  readonly name: string
  readonly sex: '1' | '2'
  readonly birth: string
  readonly birthOn: string
  readonly idNo: string
  readonly phone: string
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A name that is not in `taken` yet, and is then. */
export function madeName(random: Random, taken: Set<string>, sex: '1' | '2'): string {
  const given = sex === '2' ? women : men
  for (let tries = 0; tries < 200; tries++) {
    const name = random.pick(surnames) + random.pick(given) + (random.chance(0.8) ? random.pick(given) : '')
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
  // A long sample has used the short names up: three letters more are always free.
  const name = `${random.pick(surnames)}${random.pick(given)}${random.pick(given)}${random.pick(men)}`
  taken.add(name)
  return name
}

/** A grown-up at `electedYear`; `taken` keeps names apart. */
export function madePerson(random: Random, taken: Set<string>, electedYear: number): MadePerson {
  const sex = random.chance(0.36) ? '2' : '1'
  const name = madeName(random, taken, sex)
  const birthOn = `${String(electedYear - random.between(24, 62))}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
  const sequence = String(random.between(0, 49) * 20 + (sex === '1' ? 1 : 2)).padStart(3, '0')
  const body = `${region}${birthOn.replaceAll('-', '')}${sequence}`
  return { name, sex, birth: birthOn.slice(0, 7), birthOn, idNo: body + idCheckCharacter(body), phone: `139${String(random.between(0, 99_999_999)).padStart(8, '0')}` }
}

/** A voter in the private part of a record. */
export const madeVoter = (random: Random): { readonly name: string; readonly phone: string } =>
  ({ name: madeName(random, new Set(), random.chance(0.4) ? '2' : '1'), phone: `138${String(random.between(0, 99_999_999)).padStart(8, '0')}` })
