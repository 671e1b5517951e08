/**
 * Version 2: records by town and type, the deleted ones too. Every receipt and every package asks for all heads of one town; at a county with
 * millions of records the whole table was read for each. Frozen.
 */
export const headsByTown: readonly string[] = [
  'DROP INDEX head__living',
  'CREATE INDEX head__org ON head (org, type, deleted)',
]
