export type DocxCode = 'docx.tooLarge' | 'docx.notDocx' | 'docx.macros' | 'docx.unsafeXml';

/** A file that is no Word file or not one that is read. Callers and tests look at `code`; `formatDocxError` has the words. */
export class DocxError extends Error {
  override readonly name = 'DocxError';

  constructor(
    readonly code: DocxCode,
    readonly data: Readonly<Record<string, string | number>> = {},
    options: { cause?: unknown } = {},
  ) {
    super(code, options);
  }
}
