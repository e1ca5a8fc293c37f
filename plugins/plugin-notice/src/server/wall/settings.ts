import { badInput, forbidden, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import { fixedFiles, parseWallOptions, type WallOptions } from '@wuxin/notice-wall';
import { createHash } from 'node:crypto';
import type { WallSettings, WallView } from '../../common/api';
import type { Who } from '../rights';
import { wallHomeOf, type WallHome } from './home';
import { startRebuild } from './rebuild-start';
import { changeWallRow, lockWall, readWall } from './store';

const DEFAULTS: WallSettings = { title: '社区公示栏', locale: 'zh-CN', address: null, applicationAddress: null, offices: [] };

/** What holds: what an administrator has set, and of an installation where nobody did, its environment. */
export const settingsOf = (settings: WallSettings | null): WallSettings =>
  settings ?? {
    ...DEFAULTS,
    title: process.env.WUXIN_WALL_TITLE || DEFAULTS.title,
    address: process.env.WUXIN_WALL_ADDRESS || null,
    applicationAddress: process.env.WUXIN_WALL_APPLICATION || null,
  };

/** @throws bad input `notice.wallSettings`: an address that is none */
export function optionsOf({ path }: Pick<WallHome, 'path'>, settings: WallSettings): WallOptions {
  const { title, locale, address, applicationAddress } = settings;
  const at = (name: string) => `${applicationAddress?.replace(/\/*$/, '') ?? ''}${path}${name}`;
  try {
    return parseWallOptions({
      title,
      locale,
      address,
      responsesAt: at('objections'),
      answersAt: at('answers'),
      searchAt: at('search'),
    });
  } catch (error) {
    throw badInput('notice.wallSettings', {}, error);
  }
}

/** Of all that pages have in common: with another one the folder is written anew. */
export const digestOf = (options: WallOptions): string =>
  createHash('sha256')
    .update(JSON.stringify([options, fixedFiles(options)]))
    .digest('hex');

export async function wallOptions(tx: Tx): Promise<WallOptions> {
  return optionsOf(wallHomeOf(tx.db), settingsOf((await readWall(tx)).settings));
}

export async function viewWall(tx: Tx, who: Who): Promise<WallView> {
  if (!who.isAdministrator) throw forbidden('notice.wallNotForYou');
  const { settings: set, rebuild } = await readWall(tx);
  const settings = settingsOf(set);
  const placeIds = settings.offices.flatMap(({ placeId }) => placeId ?? []);
  return {
    settings,
    places: (await placesOf(tx.db).find(tx, [...new Set(placeIds)])).map(({ id, name }) => ({ id, name })),
    path: wallHomeOf(tx.db).path,
    rebuild: rebuild && {
      startedAt: rebuild.startedAt,
      finishedAt: rebuild.finishedAt,
      written: rebuild.written,
      notices: rebuild.notices,
    },
  };
}

/** The pages are written anew by jobs. @throws forbidden `notice.wallNotForYou`; bad input `notice.wallSettings` */
export async function saveSettings(tx: Tx, who: Who, settings: WallSettings): Promise<void> {
  if (!who.isAdministrator) throw forbidden('notice.wallNotForYou');
  const options = optionsOf(wallHomeOf(tx.db), settings);
  await lockWall(tx);
  await changeWallRow(tx, { settings });
  await startRebuild(tx, digestOf(options));
}

/** @throws forbidden `notice.wallNotForYou` */
export async function rebuildAll(tx: Tx, who: Who): Promise<void> {
  if (!who.isAdministrator) throw forbidden('notice.wallNotForYou');
  await lockWall(tx);
  await startRebuild(tx, digestOf(await wallOptions(tx)));
}
