import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificateText, parseCertificate, type Certificate } from '../../shared/exchange/certificate'
import { encodeHeader, parseHeader, type Header } from '../../shared/exchange/header'
import { fileSafe, packageFileName, packageFolder } from '../../shared/exchange/names'
import { route } from '../../shared/exchange/route'
import { makeCode, printCode, readCode } from '../../shared/exchange/slip-code'
import { idOf } from './support/versions'

const header: Header = {
  fmt: 'zhenpack', v: 1, minReader: 1, suite: 'age1+ed25519', type: 'up', realm: idOf(1), id: `k7q2m5${idOf(2).slice(6)}`,
  from: { org: '511321101', name: '青石镇', device: idOf(3) }, to: { org: '511321', name: '南部县' }, pseq: 12,
  created: '2026-08-11T07:30:00.000Z', app: '0.1.0', sizes: { versions: 1, blobs: 0, blobBytes: 0 },
}

describe('the name of a package', () => {
  it('tells people town, kind, number, Beijing time', () => {
    expect(packageFileName(header)).toBe('511321101_青石镇_上报_0012_20260811-1530_k7q2m5.zpk')
    expect(packageFolder(header)).toEqual(['镇县数据', '南部县', '上报'])
    expect(packageFolder({ ...header, type: 'down', from: { ...header.from, name: '南部县' } })).toEqual(['镇县数据', '南部县', '回执'])
  })

  it('is safe on every file system, whatever a town calls itself', () => {
    expect(['../../etc', 'CON', 'a:b*c?', ' .隐藏. ', '\u202e倒写', '', '镇'.repeat(99)].map(fileSafe)).toEqual(['etc', '未命名', 'abc', '隐藏', '倒写', '未命名', '镇'.repeat(40)])
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => /^[^\\/:*?"<>|]{1,80}$/u.test(fileSafe(name)) && !/^\.|[. ]$/.test(fileSafe(name))))
  })
})

describe('the slip code', () => {
  it('is twelve digits and a check digit, read with or without spaces and in full width', () => {
    const code = makeCode(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))
    expect(code).toMatch(/^\d{13}$/)
    expect([readCode(printCode(code)), readCode(code.replaceAll(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))))]).toEqual([{ ok: true, value: code }, { ok: true, value: code }])
  })

  it('finds every wrong digit and every swap of neighbours', () => {
    const code = makeCode(Uint8Array.of(9, 200, 3, 77, 5, 6, 7, 8))
    const wrong: string[] = []
    for (let i = 0; i < 13; i++) {
      for (let d = 0; d < 10; d++) if (String(d) !== code[i]) wrong.push(code.slice(0, i) + String(d) + code.slice(i + 1))
      if (i < 12 && code[i] !== code[i + 1]) wrong.push(code.slice(0, i) + code[i + 1] + code[i] + code.slice(i + 2))
    }
    expect(wrong.filter((w) => readCode(w).ok)).toEqual([])
    expect([readCode(''), readCode(code.slice(1))].map((r) => !r.ok && r.detail?.['reason'])).toEqual(['length', 'length'])
  })
})

describe('a header', () => {
  it('comes back as it was written, without what a newer program added', () => {
    const more = encodeHeader({ ...header, colour: 'red' } as Header)
    expect([parseHeader(encodeHeader(header)), parseHeader(more)]).toEqual([{ ok: true, value: header }, { ok: true, value: header }])
  })

  it('of a newer layout says so before anything else', () => {
    const code = (h: object): unknown => {
      const read = parseHeader(JSON.stringify(h))
      return read.ok ? 'read' : read.code
    }
    expect([
      code({ ...header, minReader: 3, from: 'elsewhere' }), code({ ...header, suite: 'sm2+sm4' }), code({ ...header, v: 2 }), code({ fmt: 'zip' }),
      code({ ...header, from: { ...header.from, name: '\u202e青石镇' } }), code({ ...header, realm: '../x' }), code({ ...header, pseq: -1 }), code([]),
    ]).toEqual(['needs-upgrade', 'needs-upgrade', 'read', 'not-a-package', 'damaged', 'damaged', 'damaged', 'damaged'])
  })
})

describe('the route', () => {
  const county = { role: 'county', org: '511321', name: '南部县', realm: header.realm } as const
  const town = { role: 'town', org: '511321101', name: '青石镇', realm: header.realm } as const
  const down: Header = { ...header, type: 'down', from: { ...header.to, device: idOf(4) }, to: { org: '511321101', name: '青石镇' } }
  const code = (h: Header, office: Parameters<typeof route>[1]): string => {
    const r = route(h, office)
    return r.ok ? 'in' : r.code
  }
  it('lets in what is for this office and names every misuse', () => {
    expect([
      code(header, county), code(down, town), code(header, town), code(down, county), code({ ...header, type: 'invite' }, county),
      code({ ...header, realm: `demo-${header.realm}` }, county), code({ ...header, realm: idOf(8) }, county),
      code({ ...header, realm: idOf(8), to: { org: '511322', name: '营山县' } }, county), code({ ...header, to: { org: '511322', name: '营山县' } }, county),
      code({ ...down, to: { org: '511321102', name: '柳溪乡' } }, town), code(down, { ...town, realm: null }),
    ]).toEqual(['in', 'in', 'wrong-role', 'wrong-role', 'wrong-role', 'demo-data', 'wrong-realm', 'wrong-county', 'wrong-county', 'wrong-town', 'not-paired'])
  })
})

describe('a certificate', () => {
  const certificate: Certificate = {
    realm: header.realm, org: '511321101', name: '青石镇', device: idOf(3), deviceName: '办公室 电脑', sign: `${'A'.repeat(43)}=`, age: `age1${'q'.repeat(58)}`,
    state: 'open', issued: '2026-08-11T07:30:00.000Z',
  }
  it('says one thing only', () => {
    const text = certificateText(certificate)
    expect(parseCertificate(text)).toEqual({ ok: true, value: certificate })
    expect([text.replace('open', 'opened'), `${text}state closed\n`, text.replace('state open', 'state closed\nstate open'), text.slice(1)].map((t) => parseCertificate(t).ok)).toEqual([false, false, false, false])
  })
})
