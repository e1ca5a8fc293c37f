import { writeArchive, type Pack } from '@wuxin/pack-format';
import type { Tx } from '../runtime/tx';
import { digestOf } from './digest';
import { packOf } from './export';
import { packs, shippedPacks } from './store';

interface Taken {
  readonly pack: Pack;
  /** What of it came to be here. */
  readonly common: Pack;
}

/** From now on this is what both sides have in common; where it is what a plugin offered, that is done. */
export async function rememberPack(tx: Tx, { pack, common }: Taken, keptByName: string | null): Promise<void> {
  const { key: processKey } = pack.manifest;
  const archiveBase64 = Buffer.from(writeArchive([common])).toString('base64');
  await packs.delete(tx, { processKey });
  await packs.insert(tx, [{ processKey, archiveBase64, texts: textsOf(pack), keptAt: tx.now, keptByName }]);
  await shippedPacks.update(tx, { processKey, packDigest: digestOf(writeArchive([pack])) }, { offeredAt: null });
}

/** {@link rememberPack} for content that was just installed: the published version is the pack. */
export async function rememberPublished(tx: Tx, processKey: string): Promise<void> {
  const pack = await packOf(tx, processKey, 'published');
  await rememberPack(tx, { pack, common: pack }, null);
}

/** English of the pack's own texts, by the Chinese ones; what is not a text is left out. */
function textsOf({ parts }: Pack): Record<string, string> {
  const given = parts.texts?.['en-US'];
  const entries = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
