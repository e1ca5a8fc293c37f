import { PackError } from '../errors';

/** Where an entry belongs: `covenant/forms/review.json` is the part `review` of the folder `forms` in the pack `covenant`. */
export type EntryPlace =
  | { readonly kind: 'manifest' | 'process'; readonly pack: string }
  | { readonly kind: 'part' | 'file'; readonly pack: string; readonly folder: string; readonly name: string };

const ENTRY = /^([^/]+)\/(?:(pack\.json)|(process\.bpmn)|([a-z][a-zA-Z]*)\/([^/]+)\.(json|docx))$/;

/** Names may have any letters, also Chinese ones, but none that a path could be made of. */
const encoded = (name: string): string => encodeURIComponent(name).replace(/\./g, '%2E');

export const manifestEntry = (pack: string): string => `${encoded(pack)}/pack.json`;
export const processEntry = (pack: string): string => `${encoded(pack)}/process.bpmn`;
export const partEntry = (pack: string, folder: string, name: string): string =>
  `${encoded(pack)}/${folder}/${encoded(name)}.json`;
export const fileEntry = (pack: string, folder: string, name: string): string =>
  `${encoded(pack)}/${folder}/${encoded(name)}.docx`;

/** @throws PackError `pack.foreignEntry` */
export function placeOf(entry: string): EntryPlace {
  const [, pack, manifest, process, folder, name, extension] = ENTRY.exec(entry) ?? [];
  if (pack === undefined) throw new PackError('pack.foreignEntry', { entry });
  if (manifest) return { kind: 'manifest', pack: decoded(pack, entry) };
  if (process) return { kind: 'process', pack: decoded(pack, entry) };
  if (folder === undefined || name === undefined) throw new PackError('pack.foreignEntry', { entry });
  return {
    kind: extension === 'json' ? 'part' : 'file',
    pack: decoded(pack, entry),
    folder,
    name: decoded(name, entry),
  };
}

/** A name that is not written as we write it could stand for the same thing twice. */
function decoded(name: string, entry: string): string {
  try {
    const plain = decodeURIComponent(name);
    if (encoded(plain) === name) return plain;
  } catch {
    // falls through: not a name that encodes anything
  }
  throw new PackError('pack.foreignEntry', { entry });
}
