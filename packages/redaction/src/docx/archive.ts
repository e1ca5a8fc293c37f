import { unzipSync, type Unzipped, type UnzipFileInfo, zipSync, type Zippable } from 'fflate';
import { refuseHostileXml, XmlRefusal } from '@wuxin/xml';
import { DocxError } from './errors';

/** A long list with pictures has some megabytes; what unpacks to much more is no notice. */
export const DOCX_LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 100 * 1024 * 1024,
  /** How many times larger than the file its parts may be, when they are more than a tenth of the limit. */
  ratio: 150,
  entries: 2_000,
  xml: { maxBytes: 20 * 1024 * 1024, maxElements: 600_000, maxDepth: 200 },
} as const;

const MACROS = /vbaProject|vbaData|activeX\//i;

/**
 * The parts of a Word file from outside. Sizes are looked at before anything is unpacked.
 *
 * @throws DocxError
 */
export function unpackDocx(file: Uint8Array): Unzipped {
  if (file.byteLength > DOCX_LIMITS.fileBytes) throw tooLarge();
  let total = 0;
  const names = new Set<string>();
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    total += originalSize;
    const isBomb = total > DOCX_LIMITS.unpackedBytes / 10 && total > file.byteLength * DOCX_LIMITS.ratio;
    if (total > DOCX_LIMITS.unpackedBytes || isBomb || names.size >= DOCX_LIMITS.entries) throw tooLarge();
    if (names.has(name) || name.includes('..') || name.includes('\\') || name === '__proto__')
      throw new DocxError('docx.notDocx', { part: name });
    if (MACROS.test(name)) throw new DocxError('docx.macros', { part: name });
    names.add(name);
    return !name.endsWith('/');
  };
  let parts: Unzipped;
  try {
    parts = unzipSync(file, { filter });
  } catch (cause) {
    if (cause instanceof DocxError) throw cause;
    throw new DocxError('docx.notDocx', {}, { cause });
  }
  if (!parts['[Content_Types].xml'] || !parts['word/document.xml']) throw new DocxError('docx.notDocx');
  return parts;
}

/** Word asks for the list of types first; a fixed date makes equal files equal bytes. */
export function packDocx(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const ordered = Object.keys(parts).sort((a, b) => Number(b.startsWith('[')) - Number(a.startsWith('[')) || (a < b ? -1 : 1));
  const fresh: Zippable = Object.fromEntries(ordered.map((name) => [name, parts[name] ?? new Uint8Array()]));
  return zipSync(fresh, { level: 6, mtime: new Date('2000-01-01T00:00:00') });
}

/** @throws DocxError `docx.unsafeXml` */
export function xmlOf(part: string, content: Uint8Array): string {
  try {
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(content);
    const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(xml)?.[1] ?? 'utf-8';
    if (declared.toLowerCase() !== 'utf-8') throw new DocxError('docx.unsafeXml', { part, problem: declared.slice(0, 20) });
    refuseHostileXml(xml, DOCX_LIMITS.xml);
    return xml;
  } catch (cause) {
    if (cause instanceof DocxError) throw cause;
    throw new DocxError('docx.unsafeXml', { part, problem: cause instanceof XmlRefusal ? cause.code : 'UTF-8' }, { cause });
  }
}

const tooLarge = () => new DocxError('docx.tooLarge', { maximumMegabytes: DOCX_LIMITS.fileBytes / 1024 / 1024 });
