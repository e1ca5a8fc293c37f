import { isSame, type Json, type Pack } from '@wuxin/pack-format';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { folderHere, type Merged } from './merged';
import { packFoldersOf } from './parts';

/** One part that cannot be put here. */
export interface LeftOut {
  readonly folder: string;
  readonly name: string;
  /** Says why. */
  readonly text: string;
}

/** What of a merged pack cannot be put here, such as a kept test of somebody whom nobody here knows. */
export async function leftOutOf(tx: Tx, merged: Merged, locale: Locale): Promise<LeftOut[]> {
  const found: LeftOut[] = [];
  for (const one of packFoldersOf(tx.db).all()) {
    const { folder } = one;
    const here = folderHere(merged, folder);
    const news = Object.entries(merged.result.parts[folder] ?? {}).filter(([name, part]) => !isSame(here[name], part));
    if (!one.leftOut || news.length === 0) continue;
    for (const [name, text] of await one.leftOut(tx, Object.fromEntries(news), locale)) found.push({ folder, name, text });
  }
  return found;
}

/** What is left out stays as it was here, where it was. */
export function resultWithout(merged: Merged, leftOut: readonly LeftOut[]): Pack {
  return leftOut.reduce((result, one) => {
    const before = folderHere(merged, one.folder)[one.name];
    return withPart(without(result, [one]), one, before);
  }, merged.result);
}

export function without(pack: Pack, leftOut: readonly LeftOut[]): Pack {
  return leftOut.reduce((rest, { folder, name }): Pack => {
    const { [name]: _left, ...others } = rest.parts[folder] ?? {};
    return { ...rest, parts: { ...rest.parts, [folder]: others } };
  }, pack);
}

function withPart(pack: Pack, { folder, name }: LeftOut, part: Json | undefined): Pack {
  if (part === undefined) return pack;
  return { ...pack, parts: { ...pack.parts, [folder]: { ...pack.parts[folder], [name]: part } } };
}
