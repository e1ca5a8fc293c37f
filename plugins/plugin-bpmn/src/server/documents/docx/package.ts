import { createHash } from 'node:crypto';
import { unzipSync, type Unzipped, type UnzipFileInfo, zipSync, type Zippable } from 'fflate';
import { badInput, BpmnError } from '../../runtime/errors';
import { checkPart, checkPartName } from './parts';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A sheet with a seal and some pictures has a few hundred kilobytes; what unpacks to much more is no template. */
export const LIMITS = { fileBytes: 2 * 1024 * 1024, unpackedBytes: 12 * 1024 * 1024, partBytes: 4 * 1024 * 1024, parts: 200 };

/** A Word file whose parts were looked at one by one and put together again by us. */
export interface DocxFile {
  readonly bytes: Buffer;
  /** SHA-256. */
  readonly hash: string;
}

/**
 * Takes in a Word file from outside. What comes out holds only kinds of parts that are known to be harmless, in a fresh archive:
 * nothing behind this reads an archive that somebody else made.
 *
 * @throws bad input `template.tooLarge`, `template.notDocx`, `template.macros`, `template.externalContent`, `template.foreignPart`,
 * `template.unsafeXml`
 */
export function readDocx(file: Uint8Array): DocxFile {
  if (file.byteLength > LIMITS.fileBytes) throw tooLarge();
  const parts = unpack(file);
  const names = Object.keys(parts);
  for (const name of names) checkPartName(name);
  if (!names.includes('[Content_Types].xml') || !names.includes('word/document.xml')) throw badInput('template.notDocx');
  for (const [name, content] of Object.entries(parts)) checkPart(name, content);
  // Word asks for the list of types first; a fixed date makes equal files equal bytes
  const ordered = [...names].sort((a, b) => Number(b.startsWith('[')) - Number(a.startsWith('[')) || (a < b ? -1 : 1));
  const fresh: Zippable = Object.fromEntries(ordered.map((name) => [name, parts[name] ?? new Uint8Array()]));
  const bytes = Buffer.from(zipSync(fresh, { level: 6, mtime: new Date('2000-01-01T00:00:00') }));
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** Sizes are the declared ones: fflate unpacks into a buffer of just that length. */
function unpack(file: Uint8Array): Unzipped {
  let total = 0;
  let count = 0;
  const filter = ({ originalSize, name }: UnzipFileInfo): boolean => {
    total += originalSize;
    count += 1;
    if (originalSize > LIMITS.partBytes || total > LIMITS.unpackedBytes || count > LIMITS.parts) throw tooLarge();
    return !name.endsWith('/');
  };
  try {
    return unzipSync(file, { filter });
  } catch (error) {
    if (error instanceof BpmnError) throw error;
    throw badInput('template.notDocx', {}, error);
  }
}

const tooLarge = () => badInput('template.tooLarge', { maximumMegabytes: LIMITS.fileBytes / 1024 / 1024 });
