import { choice, list, ref, text } from '../fields'

/** 列席人员 of a session or a presidium meeting; upper-level deputies by their mandate. */
export const nonvoting = list('列席人员', {
  name: text('姓名', 'optional', { max: 100 }),
  unit: text('单位', 'optional', { max: 200 }),
  reason: choice('列席原因', 'nonvoting.reason', 'optional'),
  mandate: ref('上级代表', ['mandate'], 'optional'),
}, 'optional')
