/**
 * Cells that may not go into a remark: remarks travel to the county and are shown to everybody, numbers of ID cards, phones and bank cards, addresses
 * and days of birth are not (domain.md gives them records of scope town). They stay in the file they came in. Pure.
 */
const headings = /身份证|证件号|电话|手机|联系方式|住址|地址|住所|银行|账号|帐号|卡号|出生/u
/** 15 or 18 digits of an ID card, a mobile phone, 0817-1234567, 16 to 19 digits of a bank card. */
const numbers = /(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9}|0\d{2,3}-\d{7,8}|\d{16,19})(?![\dA-Za-z])/u

export const isPrivateCell = (heading: string, text: string): boolean => headings.test(heading) || numbers.test(text.normalize('NFKC').replace(/(?<=\d)\s+(?=\d)/gu, ''))
