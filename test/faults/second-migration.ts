/** A migration that no release has: what the next one may do to a file, tried on the file of the first. Only tests ever see it. */
import type { Migration } from '../../electron/store/migrations'

export const second: Migration = {
  version: 2,
  // Each step by itself leaves a file that shows something wrong.
  statements: [
    'ALTER TABLE t_person ADD COLUMN "later" TEXT', 'CREATE INDEX t_person__by_later ON t_person ("later") WHERE deleted = 0', `UPDATE t_person SET name = 'half way'`, 'DELETE FROM link',
    'CREATE TABLE later (x)',
  ],
  rebuild: true,
}
