/** README.txt of a package: what the file is, whom to call, and how an engineer opens it without this program. */
import type { Header } from '../../shared/exchange/header'

const kinds = {
  up: ['镇人大上报县人大的数据包', 'a data package from a town people\'s congress to its county'],
  down: ['县人大给镇人大的回执', 'a receipt from a county people\'s congress to a town'],
  invite: ['县人大给镇人大的加入文件', 'an invitation from a county people\'s congress to a town'],
  rollup: ['县人大上报上级的汇总数据', 'figures from a county people\'s congress to the level above'],
} as const satisfies Record<Header['type'], readonly [string, string]>

/** The text, in Chinese first. `contact` is whom to call, one line; `opened` the labels of private types that this package carries. */
export function readmeText(header: Header, contact: string, opened: readonly string[] = []): string {
  const [zh, en] = kinds[header.type]
  return [
    `这是${zh}。`,
    `从:${header.from.name}(${header.from.org})    到:${header.to.name}(${header.to.org})`,
    `制作时间:${header.created}    编号:${header.id}`,
    `联系:${contact}`,
    ...(opened.length > 0 ? [`本包经经办人确认,另含:${opened.join('、')}。`] : []),
    '',
    '内容已加密,只有收件的办公室能打开。请在"镇人大工作台"里选择本文件,不要解压、改名或用其他软件打开。',
    '捡到本U盘的,请交还上述单位。',
    '',
    '----',
    `This is ${en}. Its contents are encrypted; open it with the program it was made by.`,
    'For engineers (format zhenpack/1): this file is a ZIP archive whose entries are stored, not compressed.',
    '  unzip FILE; age -d -i KEY records.age | gunzip          the records, one JSON object a line',
    '  sha256sum of every entry is listed in seal.txt, a C2SP signed note (Ed25519).',
    '',
  ].join('\n')
}
