/** Reading from one moment of the file, however many statements it takes, while another process writes. */
import type { Db } from './db'

export interface Moment {
  /** From here to `end` everything is read as it stands now; false = somebody else has written since the file was opened, so that what is kept in memory may be old. */
  begin(): boolean
  end(): void
}

/** To be made before anything of the file is kept in memory. */
export function momentOf(db: Db): Moment {
  const version = (): unknown => db.raw.pragma('data_version', { simple: true })
  const first = version()
  return {
    begin: () => {
      // Asking for the version is the first read: with it the moment is fixed.
      db.raw.exec('BEGIN')
      return version() === first
    },
    end: () => {
      if (db.raw.open && db.raw.inTransaction) db.raw.exec('COMMIT')
    },
  }
}
