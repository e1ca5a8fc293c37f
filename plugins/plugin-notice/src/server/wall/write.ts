import { renderParts, writeWall, type WallFolder, type WallPart } from '@wuxin/notice-wall';
import type { Tx } from '@wuxin/plugin-bpmn';
import * as files from 'node:fs/promises';
import { wallHomeOf } from './home';
import { syncFiles } from './files';
import { wallOptions } from './settings';
import { wallSource } from './store';

export async function openFolder(tx: Tx): Promise<WallFolder> {
  const path = wallHomeOf(tx.db).folder;
  await files.mkdir(path, { recursive: true });
  return { files, path };
}

/**
 * Renders parts of the wall from what is stored and writes them. The wall is locked: nobody else writes meanwhile, and what is rendered is the newest
 * there is. Doing it again, or after what came later, ends with the same files.
 */
export async function writeParts(tx: Tx, parts: readonly WallPart[]): Promise<void> {
  const [options, source, folder] = [await wallOptions(tx), wallSource(tx), await openFolder(tx)];
  for (const part of parts) {
    if (part.part !== 'notice') continue;
    const state = await source.noticeState(part.noticeId);
    const wanted = state?.status === 'published' ? state.notice.attachments : [];
    await syncFiles(tx, folder.path, { wallId: part.noticeId, wanted });
  }
  await writeWall(folder, await renderParts(options, source, parts));
}
