/** A procedure of 62 tasks has some 2 MB; what is much larger is no pack. */
export const LIMITS = {
  archiveBytes: 20 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  entryBytes: 8 * 1024 * 1024,
  entries: 2_000,
} as const;
