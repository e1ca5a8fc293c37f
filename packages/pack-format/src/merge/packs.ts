import type { Json, JsonObject } from '../json';
import type { Pack, PackManifest, PackParts } from '../pack';
import { Decider, type Finding, type MergeOptions, type Sides } from './findings';
import { mergeDrawings } from './drawing';
import { mergeJson } from './json';

export interface MergedPack {
  readonly pack: Pack;
  readonly findings: readonly Finding[];
}

/**
 * Brings what a pack changed since the common one into what is here. What was changed here stays; what the pack changed is taken; what
 * was removed here stays removed; where both changed the same thing, what is here stays unless a choice says otherwise. Without a common pack
 * everything that differs is a conflict.
 *
 * @param sides the same procedure three times; `pack` is the newer one
 * @throws PackError `pack.unreadable`
 */
export function mergePacks(
  sides: Sides<Pack> & { readonly here: Pack; readonly pack: Pack },
  options: MergeOptions = {},
): MergedPack {
  const { base, here, pack } = sides;
  const drawing = mergeDrawings({ base: base?.process, here: here.process, pack: pack.process }, options);
  const facts = new Decider({ part: 'manifest', name: null }, options);
  // what a pack calls and uses follows from its drawing: whoever keeps the result reads it there
  const manifest = mergeJson(facts, [], { base: base && named(base), here: named(here), pack: named(pack) });
  const parts = mergeFolders({ base: base?.parts, here: here.parts, pack: pack.parts }, options);
  const files = mergeFolders({ base: base && coded(base), here: coded(here), pack: coded(pack) }, options, ['file']);
  return {
    pack: {
      manifest: { ...here.manifest, ...(manifest as Partial<PackManifest>) }, // merged from parts of manifests
      process: drawing.xml,
      parts: parts.folders,
      files: decoded(files.folders),
    },
    findings: [...drawing.findings, ...facts.findings, ...parts.findings, ...files.findings.map(withoutValues)],
  };
}

const named = ({ manifest: { name, nameEn, recordCollection } }: Pack): JsonObject => ({ name, nameEn, recordCollection });

function mergeFolders(
  { base = {}, here, pack }: Sides<PackParts> & { readonly here: PackParts; readonly pack: PackParts },
  options: MergeOptions,
  path: readonly string[] = [],
): { folders: PackParts; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const folders = namesIn(base, here, pack).map((folder) => {
    const items = namesIn(base[folder], here[folder], pack[folder]).flatMap((name): [string, Json][] => {
      const decider = new Decider({ part: folder, name }, options);
      const sides = { base: base[folder]?.[name], here: here[folder]?.[name], pack: pack[folder]?.[name] };
      const isWhole = options.isWhole?.(folder) ?? false;
      const value = isWhole ? decider.settle(path, sides) : mergeJson(decider, path, sides);
      findings.push(...(isWhole ? decider.findings.map(withoutValues) : decider.findings));
      return value === undefined ? [] : [[name, value]];
    });
    return [folder, Object.fromEntries(items)] as const;
  });
  return { folders: Object.fromEntries(folders), findings };
}

/** What is decided as a whole is not shown. */
const withoutValues = (finding: Finding): Finding => ({ ...finding, before: null, here: null, pack: null });

const namesIn = (...objects: readonly (object | undefined)[]): string[] =>
  [...new Set(objects.flatMap((object) => Object.keys(object ?? {})))].sort();

/** Word files are merged as a whole: as texts that are the same or not. */
const coded = ({ files }: Pack): PackParts => mapFolders(files, (bytes) => toBase64(bytes));
const decoded = (files: PackParts): Pack['files'] =>
  mapFolders(files, (text) => fromBase64(typeof text === 'string' ? text : ''));

const mapFolders = <From, To>(
  folders: Readonly<Record<string, Readonly<Record<string, From>>>>,
  change: (value: From) => To,
): Record<string, Record<string, To>> =>
  Object.fromEntries(
    Object.entries(folders).map(([folder, items]) => [
      folder,
      Object.fromEntries(Object.entries(items).map(([name, value]) => [name, change(value)])),
    ]),
  );

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
