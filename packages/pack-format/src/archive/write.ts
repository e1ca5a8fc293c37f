import { strToU8, zipSync, type Zippable } from 'fflate';
import { stableJson } from '../json';
import type { Pack } from '../pack';
import { fileEntry, manifestEntry, partEntry, processEntry } from './names';

/** A fixed date: equal packs are equal bytes. */
const MADE = new Date('2000-01-01T00:00:00');

/**
 * Packs as a ZIP archive, in a folder each. The same packs give the same bytes on every machine: sorted entries, sorted keys, no
 * times, no ids of rows.
 */
export function writeArchive(packs: readonly Pack[]): Uint8Array {
  const entries = packs.flatMap(entriesOf).sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(entries);
  return zipSync(zippable, { level: 6, mtime: MADE });
}

function entriesOf({ manifest, process, parts, files }: Pack): [string, Uint8Array][] {
  const { key } = manifest;
  return [
    [manifestEntry(key), strToU8(stableJson(manifest))],
    [processEntry(key), strToU8(process)],
    ...inFolders(parts).map(([folder, name, value]): [string, Uint8Array] => [
      partEntry(key, folder, name),
      strToU8(stableJson(value)),
    ]),
    ...inFolders(files).map(([folder, name, value]): [string, Uint8Array] => [fileEntry(key, folder, name), value]),
  ];
}

const inFolders = <Value>(folders: Readonly<Record<string, Readonly<Record<string, Value>>>>): [string, string, Value][] =>
  Object.entries(folders).flatMap(([folder, items]) =>
    Object.entries(items).map(([name, value]): [string, string, Value] => [folder, name, value]),
  );
