/** Why an archive is no pack. */
export type PackCode =
  /** The file, one entry or all of them together unpack to more than a pack may have. */
  | 'pack.tooLarge'
  /** Not a ZIP archive, or one that is damaged. */
  | 'pack.notAnArchive'
  /** An entry that no pack has: a path outside, a program, a second file of the same name. */
  | 'pack.foreignEntry'
  /** An entry that is not what its name says: no UTF-8, no JSON, hostile or broken XML. */
  | 'pack.unreadable'
  /** Made by a later version of the format than this one knows. */
  | 'pack.tooNew'
  /** `pack.json` or the drawing is missing. */
  | 'pack.incomplete';

/** An archive that is refused. Callers and tests look at `code`; `data` names the entry. */
export class PackError extends Error {
  override readonly name = 'PackError';

  constructor(
    readonly code: PackCode,
    readonly data: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(data)}`, options);
  }
}
