import { unzipSync, type Unzipped, type UnzipFileInfo } from 'fflate';
import { refuseHostileXml, XmlRefusal } from '@wuxin/xml';
import { PackError } from '../errors';
import type { Json } from '../json';
import { manifestSchema, PACK_SCHEMA, type Pack, type PackManifest } from '../pack';
import { LIMITS } from './limits';
import { placeOf } from './names';

/** A pack while its entries come in. */
interface Incoming {
  manifest?: PackManifest;
  process?: string;
  readonly parts: Record<string, Record<string, Json>>;
  readonly files: Record<string, Record<string, Uint8Array>>;
}

/**
 * Reads an archive from outside. Sizes are looked at before anything is unpacked, every entry has to be one that a pack has, and
 * nothing is written anywhere. What is in the parts is for who uses them to check.
 *
 * @returns the packs in the order of their keys; at least one
 * @throws PackError
 */
export function readArchive(archive: Uint8Array): Pack[] {
  if (archive.byteLength > LIMITS.archiveBytes) throw tooLarge();
  const incoming = new Map<string, Incoming>();
  for (const [entry, content] of Object.entries(unpack(archive))) take(incoming, entry, content);
  if (incoming.size === 0) throw new PackError('pack.incomplete', { entry: 'pack.json' });
  return [...incoming].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, pack]) => complete(key, pack));
}

function unpack(archive: Uint8Array): Unzipped {
  let total = 0;
  const names = new Set<string>();
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    total += originalSize;
    if (originalSize > LIMITS.entryBytes || total > LIMITS.unpackedBytes || names.size >= LIMITS.entries) throw tooLarge();
    if (names.has(name)) throw new PackError('pack.foreignEntry', { entry: name });
    names.add(name);
    return !name.endsWith('/');
  };
  try {
    return unzipSync(archive, { filter });
  } catch (cause) {
    if (cause instanceof PackError) throw cause;
    throw new PackError('pack.notAnArchive', {}, { cause });
  }
}

function take(incoming: Map<string, Incoming>, entry: string, content: Uint8Array): void {
  const place = placeOf(entry);
  const pack = incoming.get(place.pack) ?? { parts: {}, files: {} };
  incoming.set(place.pack, pack);
  switch (place.kind) {
    case 'manifest':
      pack.manifest = manifestOf(entry, jsonOf(entry, content));
      return;
    case 'process':
      pack.process = xmlOf(entry, content);
      return;
    case 'part':
      (pack.parts[place.folder] ??= {})[place.name] = jsonOf(entry, content);
      return;
    case 'file':
      (pack.files[place.folder] ??= {})[place.name] = content;
  }
}

function complete(key: string, { manifest, process, parts, files }: Incoming): Pack {
  if (!manifest) throw new PackError('pack.incomplete', { entry: `${key}/pack.json` });
  if (process === undefined) throw new PackError('pack.incomplete', { entry: `${key}/process.bpmn` });
  if (manifest.key !== key) throw unreadable(`${key}/pack.json`, `key: ${manifest.key}`);
  return { manifest, process, parts, files };
}

function manifestOf(entry: string, json: Json): PackManifest {
  const { schema } = (json ?? {}) as { schema?: unknown }; // looked at before it is known to be an object
  if (typeof schema === 'number' && schema > PACK_SCHEMA) throw new PackError('pack.tooNew', { schema, known: PACK_SCHEMA });
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadable(entry, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function xmlOf(entry: string, content: Uint8Array): string {
  const xml = textOf(entry, content);
  try {
    refuseHostileXml(xml);
  } catch (cause) {
    if (cause instanceof XmlRefusal) throw new PackError('pack.unreadable', { entry, problem: cause.code }, { cause });
    throw cause;
  }
  return xml;
}

function jsonOf(entry: string, content: Uint8Array): Json {
  try {
    // `__proto__` as a key would be read as one by whoever copies the value
    return JSON.parse(textOf(entry, content), (key, value: Json) => (key === '__proto__' ? undefined : value)) as Json;
  } catch (cause) {
    if (cause instanceof PackError) throw cause;
    throw new PackError('pack.unreadable', { entry, problem: String(cause) }, { cause });
  }
}

function textOf(entry: string, content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw new PackError('pack.unreadable', { entry, problem: 'UTF-8' }, { cause });
  }
}

const unreadable = (entry: string, problem: string) => new PackError('pack.unreadable', { entry, problem });
const tooLarge = () => new PackError('pack.tooLarge', { maximumMegabytes: LIMITS.archiveBytes / 1024 / 1024 });
