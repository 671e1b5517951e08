/**
 * The limits of the package format, in one place. They are part of the format: a reader refuses what exceeds them, a writer never
 * makes it, and a test holds each of them.
 */
const MiB = 1024 * 1024
const GiB = 1024 * MiB

export const limits = {
  /** Bytes of the entries of a package. */
  mimetype: 64,
  header: 16 * 1024,
  readme: 8 * 1024,
  records: 2 * GiB,
  private: 64 * MiB,
  blob: 2 * GiB,
  /** One line per entry: 20,000 attachments need about 2 MiB. */
  seal: 4 * MiB,
  /** Stays below the 4 GiB - 1 of FAT32 with room to spare. */
  file: 4_000_000_000,
  entries: 20_200,
  blobs: 20_000,
  relayed: 64,

  /** Bytes of one line of the record stream; the manifest, which lists the attachments, may be longer. */
  line: MiB,
  manifest: 16 * MiB,
  versions: 2_000_000,
  /** Bytes of the unpacked record stream, and how many times larger than its packed form it may be. */
  unpacked: 8 * GiB,
  ratio: 100,
  /** Unpacked bytes that are let through before the ratio is looked at: short repetitive packages are harmless. */
  ratioFrom: 4 * MiB,
  /** Ids in one line of the `have` list: 16 bytes each, base64. */
  haveLine: 16_384,

  /** One version. `nesting` counts the line itself: line, data, list, row. */
  nesting: 4,
  array: 500,
  keys: 500,
  /** UTF-16 units: the longest declared text is 50,000 characters, each of which may be a surrogate pair. */
  text: 100_000,
  seen: 4_096,
  by: 200,

  /** Bytes of an age header: some 64 recipients. */
  ageHeader: 16 * 1024,
  /** Days in which an invitation can be used. */
  inviteDays: 60,
} as const
