/** What the window's frame shows of the office. */
import type { OfficeInfo } from '../../shared/contract/office'
import { intOf, textOf } from '../../shared/facts'
import { beganKey } from '../../shared/measures/began'
import type { Rec } from '../../shared/record'
import { shanghaiToday } from '../../shared/rules/calendar'
import { waitsForCounty } from '../store/county-first'
import { cloudFolderOf } from '../store/place'
import { clockDoubt } from './clock-doubt'
import type { Desk } from './desk'
import { ownCheckNo } from './exchange-realm-keys'

/** The term of a day: the last one whose first meeting is not later; before any, the first. */
export function termOf(terms: readonly Rec[], day: string): Rec | null {
  const begun = [...terms].filter((term) => textOf(term.fields, 'first_meeting_on') <= day).sort((a, b) => (intOf(b.fields, 'no') ?? 0) - (intOf(a.fields, 'no') ?? 0))
  return begun[0] ?? terms[0] ?? null
}

/** Who chairs the presidium today by its list: whoever is named there need not be typed again. */
function chairOf(desk: Desk): string {
  const { store, today } = desk
  const lookup = store.lookup()
  const sits = (rec: Rec): boolean => rec.org === store.office.code && textOf(rec.fields, 'from_on') <= today && (textOf(rec.fields, 'to_on') === '' || textOf(rec.fields, 'to_on') >= today)
  const chair = lookup.where('presidium_member', 'role', '1').find(sits)
  const mandate = chair === undefined ? null : lookup.get(textOf(chair.fields, 'mandate'))
  return mandate === null ? '' : textOf(lookup.get(textOf(mandate.fields, 'person'))?.fields ?? {}, 'name')
}

/** 启用日期; of an office that never said one, the day its own file was made, which is the first record of all. */
function begin({ store }: Desk, office: Rec | undefined): Pick<OfficeInfo, 'began_on' | 'began_proposed'> {
  if (office === undefined) return {}
  const said = textOf(office.fields, beganKey)
  if (said !== '') return { began_on: said }
  const first = store.history(office.id).at(-1)
  return first === undefined ? {} : { began_proposed: shanghaiToday(new Date(first.at)) }
}

export function officeInfo(desk: Desk): OfficeInfo {
  const { store, today } = desk
  const lookup = store.lookup()
  const term = termOf(lookup.all('term').filter((rec) => rec.org === store.office.code), today)
  const office = lookup.all('office').find((record) => record.org === store.office.code)
  const county = store.settings.get<{ readonly name: string; readonly fingerprint: string; readonly keysSince?: string } | null>('county', null)
  const province = store.office.province ?? null
  const doubt = clockDoubt(desk)
  const cloud = cloudFolderOf(desk.dir)
  const checkNo = ownCheckNo(desk)
  const moved = store.settings.get<OfficeInfo['moved'] | null>('moved', null) ?? null
  return {
    role: store.office.role, code: store.office.code, name: store.office.name, county_name: store.office.county_name ?? null, province,
    rules_note: province !== null && desk.rules.province === null ? '本省未内置规则，采用全国默认值，请核对' : null,
    term: term ? { id: term.id, no: intOf(term.fields, 'no') ?? 0, name: textOf(term.fields, 'name') || `第${String(intOf(term.fields, 'no') ?? '')}届`, quota: intOf(term.fields, 'quota') } : null,
    office_id: office?.id ?? '',
    chair: (office ? textOf(office.fields, 'chair') : '') || chairOf(desk) || null,
    ...begin(desk, office),
    by: desk.by, device: store.device,
    paired: county ? { county: county.name, fingerprint: county.fingerprint, ...(county.keysSince === undefined ? {} : { keys_since: shanghaiToday(new Date(county.keysSince)) }) } : null,
    ...(checkNo === null ? {} : { check_no: checkNo }),
    last_backup: store.settings.get<string | null>('last_backup', null),
    fields: desk.layouts.settings(store.office.code),
    ...(store.office.practice ? { practice: true } : {}), ...(moved === null ? {} : { moved }), ...(waitsForCounty(store.settings) ? { county_first: true } : {}), today, ...(doubt === null ? {} : { clock_doubt: doubt }), ...(cloud === undefined ? {} : { cloud_folder: cloud }), ...(store.backups.hasRecoveryCode() ? { has_recovery_code: true } : {}),
  }
}
