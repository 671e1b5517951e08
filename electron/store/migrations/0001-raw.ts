/** Version 1 of the schema: the raw layer, what is made from it, and what belongs to this computer alone. Frozen. */
export const rawTables: readonly string[] = [
  // The truth: never edited, but for `head` falling to 0 and `data` blanked by an erasure. Ids, hashes and lists of ids are bytes.
  `CREATE TABLE version (
    v INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, uid TEXT NOT NULL, type TEXT NOT NULL, org TEXT NOT NULL, op TEXT NOT NULL, hlc INTEGER NOT NULL, sv INTEGER NOT NULL,
    seen BLOB NOT NULL, data TEXT, h BLOB NOT NULL, dh BLOB NOT NULL, by_user TEXT NOT NULL, at_local TEXT NOT NULL, received_in TEXT, head INTEGER NOT NULL)`,
  'CREATE INDEX version__uid ON version (uid)',
  'CREATE INDEX version__head ON version (org) WHERE head = 1',

  // Made from the versions and made again at will. `n` (and `v` of a version) is a row number that VACUUM keeps.
  `CREATE TABLE head (
    n INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, type TEXT NOT NULL, org TEXT NOT NULL, version_id BLOB NOT NULL, v INTEGER NOT NULL, op TEXT NOT NULL,
    conflict INTEGER NOT NULL, deleted INTEGER NOT NULL, hlc INTEGER NOT NULL)`,
  'CREATE INDEX head__living ON head (org, type) WHERE deleted = 0',
  'CREATE INDEX head__bin ON head (hlc) WHERE deleted = 1',
  'CREATE INDEX head__conflict ON head (type, uid) WHERE conflict = 1',
  `CREATE INDEX head__merge ON head (uid) WHERE op = 'merge'`,
  'CREATE TABLE link (to_uid TEXT NOT NULL, type TEXT NOT NULL, field TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (to_uid, type, field, n)) WITHOUT ROWID',
  'CREATE TABLE redirect (from_uid TEXT PRIMARY KEY, to_uid TEXT NOT NULL) WITHOUT ROWID',
  'CREATE INDEX redirect__to ON redirect (to_uid)',
  `CREATE VIRTUAL TABLE search USING fts5 (kind, title, body, initials, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2')`,

  // The exchange's ledgers and staging.
  'CREATE TABLE peer (device TEXT PRIMARY KEY, org TEXT NOT NULL, have BLOB NOT NULL, have_blobs BLOB NOT NULL, last_in TEXT, last_out TEXT)',
  `CREATE TABLE package (
    id TEXT PRIMARY KEY, direction TEXT NOT NULL, device TEXT NOT NULL, org TEXT NOT NULL, pseq INTEGER NOT NULL, seal_sha256 TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL, code TEXT, counts TEXT NOT NULL, file TEXT, made_at TEXT NOT NULL, done_at TEXT)`,
  'CREATE INDEX package__device ON package (device, pseq)',
  'CREATE TABLE device (id TEXT PRIMARY KEY, org TEXT NOT NULL, keys TEXT NOT NULL, cert TEXT, state TEXT NOT NULL)',
  'CREATE TABLE blob (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, mime TEXT NOT NULL, state TEXT NOT NULL)',
  'CREATE INDEX blob__state ON blob (state)',
  `CREATE TABLE stage (
    package TEXT NOT NULL, line INTEGER NOT NULL, uid TEXT NOT NULL, type TEXT NOT NULL, id BLOB, org TEXT, op TEXT, hlc INTEGER, sv INTEGER, seen BLOB, data TEXT,
    h BLOB, dh BLOB, by_user TEXT, at_local TEXT, code TEXT, field TEXT)`,
  'CREATE INDEX stage__package ON stage (package)',

  // This computer's own.
  'CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE town (org TEXT PRIMARY KEY, changes INTEGER NOT NULL) WITHOUT ROWID',
  'CREATE TABLE draft (id TEXT PRIMARY KEY, type TEXT NOT NULL, record TEXT, data TEXT NOT NULL, updated_at TEXT NOT NULL)',
  'CREATE TABLE event (n INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, by_user TEXT NOT NULL, about TEXT, detail TEXT NOT NULL)',
  'CREATE TABLE figure (org TEXT NOT NULL, key TEXT NOT NULL, stamp INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (org, key)) WITHOUT ROWID',
]
