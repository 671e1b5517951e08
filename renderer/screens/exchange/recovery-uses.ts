/** What the recovery sheet is for, by whose it is. */
export const recoveryUses = {
  town: '电脑丢了、坏了时，换的新电脑要靠它打开身份证号、电话这些不上报的记录。',
  county: '本机丢了、坏了时，要靠它打开各镇报来的包。',
} as const
