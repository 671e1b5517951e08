/** Calendar dates as text. No Date object and no time zone is involved. */

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month (1–12); 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return leap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** `YYYY-MM-DD` of a real day of the years 1000–9999, else null. */
export function dayText(year: number, month: number, day: number): string | null {
  if (monthText(year, month) === null || !Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null
  return `${monthText(year, month)}-${String(day).padStart(2, '0')}`
}

/** `YYYY-MM` of a real month of the years 1000–9999, else null. */
export function monthText(year: number, month: number): string | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999 || !Number.isInteger(month) || month < 1 || month > 12) return null
  return `${year}-${String(month).padStart(2, '0')}`
}

/** True for the text of a real day, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)
  return parts !== null && dayText(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text
}

/** True for the text of a real month, `YYYY-MM`. */
export function isMonth(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})$/u.exec(text)
  return parts !== null && monthText(Number(parts[1]), Number(parts[2])) === text
}

/** Days since 1 January 1970 of a civil date (H. Hinnant's algorithm). */
function epochDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
}

function fromEpochDay(days: number): string | null {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const ofEra = shifted - era * 146097
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365)
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return dayText(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

const serialEpoch = epochDay(1899, 12, 31)

/** The day of an Excel serial (1900 system; a time of day is dropped). Serial 60 is 29 February 1900, which never was: null. */
export function dateOfSerial(serial: number): string | null {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < 1 || whole === 60) return null
  return fromEpochDay(serialEpoch + (whole > 60 ? whole - 1 : whole))
}

/** The Excel serial (1900 system) of a day from 1900-01-01 on, else null. */
export function serialOfDate(date: string): number | null {
  if (!isDate(date)) return null
  const days = epochDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))) - serialEpoch
  if (days < 1) return null
  return days >= 60 ? days + 1 : days
}

/** Full years between a day of birth (`YYYY-MM-DD`, or `YYYY-MM` taken as its first day) and `on`. */
export function ageOn(birth: string, on: string): number {
  const born = isMonth(birth) ? `${birth}-01` : birth
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}
