import type { Finding, Pack } from '@wuxin/pack-format';
import type { PackFinding, PackObstacle, PackPreview } from '../../common/api';
import { checkDrawing } from '../commands';
import type { Actor } from '../runtime/actor';
import { mustHave } from '../runtime/rights';
import { hasText, textOf, type Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { leftOutOf } from './left-out';
import { mergedHere } from './merged';
import { nameIn, namesIn, type Names } from './names';
import { obstaclesTo } from './obstacles';
import { readParts } from './read-parts';

/**
 * What an import of these packs would do, one by one. Changes nothing. Who may: administrators.
 * @param fromPack findings in which the pack is to win
 * @throws bad input `pack.badPart`
 */
export async function previewPacks(
  tx: Tx,
  actor: Actor,
  { packs, fromPack, locale }: { readonly packs: readonly Pack[]; readonly fromPack: readonly string[]; readonly locale: Locale },
): Promise<PackPreview[]> {
  mustHave(actor, 'design');
  const together = packs.map(({ manifest }) => manifest.key);
  const previews: PackPreview[] = [];
  for (const pack of packs) previews.push(await previewOf(tx, { pack, fromPack, together, locale }));
  return previews;
}

interface Previewed {
  readonly pack: Pack;
  readonly fromPack: readonly string[];
  readonly together: readonly string[];
  readonly locale: Locale;
}

async function previewOf(tx: Tx, { pack, fromPack, together, locale }: Previewed): Promise<PackPreview> {
  const merged = await mergedHere(tx, pack, fromPack);
  const { isNew, base, here, revision, result } = merged;
  readParts(tx.db, result);
  const leftOut = await leftOutOf(tx, merged, locale);
  const findings = merged.findings.filter((one) => !leftOut.some(({ folder, name }) => folder === one.part && name === one.name));
  const names = namesIn([here, pack], locale);
  const { problems, graph } = await checkDrawing(tx, result.process, locale);
  return {
    key: pack.manifest.key,
    name: nameIn(locale, pack.manifest),
    isNew,
    revision,
    base,
    contents: contentsOf(pack, locale),
    findings: findings.map((finding) => findingView(finding, names, locale)),
    obstacles: [
      ...(await obstaclesTo(tx, result, together, locale)),
      ...leftOut.map(({ text }): PackObstacle => ({ kind: 'leftOut', text, isWarning: true })),
    ],
    // of a process that is new here, its fields and parameters come with it: what is unknown now will not be
    problems: isNew && graph ? [] : problems,
  };
}

function contentsOf({ parts, files }: Pack, locale: Locale): PackPreview['contents'] {
  const counts = Object.entries(parts)
    .filter(([folder]) => !(folder in files))
    .map(([folder, items]): [string, number] => [folder, Object.keys(items).length]);
  const ofFiles = Object.entries(files).map(([folder, items]): [string, number] => [folder, Object.keys(items).length]);
  return [...counts, ...ofFiles]
    .filter(([, count]) => count > 0)
    .map(([folder, count]) => ({ name: partName(folder, locale), count }));
}

/** A folder that a plugin fills which is not here has its own name only. */
const partName = (folder: string, locale: Locale): string =>
  hasText(`pack.part.${folder}`) ? textOf(locale, `pack.part.${folder}`) : folder;

function findingView({ part, name, path, ...finding }: Finding, names: Names, locale: Locale): PackFinding {
  const isOfDrawing = part === 'process';
  return {
    ...finding,
    part: partName(part, locale),
    elementId: isOfDrawing ? name : null,
    name: names.of(part, name),
    where: names.where(part, name, path),
  };
}
