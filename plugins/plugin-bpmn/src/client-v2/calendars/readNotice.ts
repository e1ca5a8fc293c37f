/** A notice has some 800 characters. */
const LONGEST = 20_000;

export type ReadNotice =
  | { readonly state: 'read'; readonly text: string }
  | { readonly state: 'refused'; readonly why: 'notText' | 'tooLong' };

/** The text of a file, in UTF-8 or as many offices still save it, in GB 18030. */
export async function readNotice(file: Blob): Promise<ReadNotice> {
  if (file.size > 4 * LONGEST) return { state: 'refused', why: 'tooLong' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
  // Word files and PDFs hold such characters, a text does not
  if (text === null || /[\u0000-\u0008\u000e-\u001f]/.test(text)) return { state: 'refused', why: 'notText' };
  return text.length > LONGEST ? { state: 'refused', why: 'tooLong' } : { state: 'read', text };
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // another encoding, or no text
  }
}
