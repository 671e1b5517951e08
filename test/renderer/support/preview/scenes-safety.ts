/** What is known of private people, and the papers of a lost password. */
import { ok } from '../../../../shared/result'
import type { Answers } from '../fake-api'
import { townAnswers } from '../sample'

export const scenes: Readonly<Record<string, Answers>> = {
  safety: {
    ...townAnswers,
    // Older pages take for ever, so that the reading of all can be looked at.
    'audit.list': ({ limit = 0, after }) => (after === undefined ? ok({ rows: Array.from({ length: limit }, (_, n) => ({ at: '2025-11-24T08:12:00+08:00', by: '周维安', group: 'out' as const, what: 'print', about: `代表名册第${String(n + 1)}份`, detail: {} })), next: '1-1', people: ['周维安'] }) : new Promise<never>(() => undefined)),
    'backup.list': {
      backups: ['2025-11-24T08:12:00+08:00', '2025-11-23T08:05:00+08:00', '2025-11-21T08:31:00+08:00'].map((made_at, n) => ({ file: `C:\\data\\backups\\${String(n)}.zrb`, bytes: 18_000_000, made_at, records: 3812 - n * 9, attachments: 0 })),
      second: { folder: 'D:\\人大备份', at: '2025-11-21T08:31:00+08:00', code: 'file-not-found' },
      rehearsed: { at: '2025-11-02T08:12:00+08:00', made_at: '2025-11-02T08:11:00+08:00', records: 3764 },
    },
    'backup.look': ({ file }) => ok({ file, office: { role: 'town', code: '339901103', name: '青禾镇' }, made_at: '2025-11-21T08:31:00+08:00', records: 3794, attachments: 41, bytes: 18_000_000, newer: false, present: { code: '339901103', records: 3812 } }),
    'doctor.run': { ok: false, findings: [{ check: 'attachments-missing', ok: false, count: 2, fixed: 0, detail: '', ids: ['o1'] }, { check: 'double-numbers', ok: true, count: 2, fixed: 0, detail: '', ids: ['o1', 'o2'] }] },
    'office.recovery-code': { code: 'K7QM-XW3D-9PRT-HV4A-CE6N-Z2YB-UF8J' },
    'privacy.get': {
      data_dir: 'C:\\Users\\zrd\\AppData\\Local\\zhen-renda\\data', backup_dir: 'C:\\Users\\zrd\\AppData\\Local\\zhen-renda\\data\\backups',
      kinds: [
        { type: 'person_private', label: '人员隐私信息', records: 61, covered: ['公民身份号码', '手机号码', '备用电话', '出生日期(日)', '通讯地址/常住地址', '补贴账号', '微信', '邮箱'] },
        { type: 'visitor', label: '反映人/联系对象', records: 38, covered: ['姓名', '电话', '住址'] },
      ],
      visitors: { years: 5, records: 38, erased: 12, next: '2026-02-03' }, looks: 7, exports: 21,
      assessments: [{ on: '2025-03-04', by: '周维安', purpose: '履行职责', risk: '电脑丢失', measures: '加密', conclusion: '目的合法、范围必要，措施与风险相适应，可以处理。' }],
    },
  },
}
