import type { WallAttachment } from '@wuxin/notice-wall';
import type { Tx } from '@wuxin/plugin-bpmn';
import { createHash, randomUUID } from 'node:crypto';
import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentsOf } from '../files';
import { publicFile } from '../publication';
import { tables, type FileRecord } from '../store';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** Signs of the digest that a file is called by: its own name is text of a page and no part of an address. */
const NAME_SIGNS = 32;

/** Beside the page of its notice: whoever does not know the one does not know the other. */
const folderOf = (wallId: string): string => `n/${wallId.slice(0, 2)}/${wallId}`;
const nameOf = ({ sha256, type }: Pick<FileRecord, 'sha256' | 'type'>): string =>
  `${sha256.slice(0, NAME_SIGNS)}.${EXTENSIONS[type] ?? 'bin'}`;

export const attachmentOf = (wallId: string, file: Pick<FileRecord, 'name' | 'type' | 'size' | 'sha256'>): WallAttachment => ({
  name: file.name,
  sizeInBytes: file.size,
  sha256: file.sha256,
  href: `${folderOf(wallId)}/${nameOf(file)}`,
});

/** Brings the files of a notice to what its page names; of one that is gone there are none. */
export async function syncFiles(tx: Tx, root: string, { wallId, wanted }: { wallId: string; wanted: readonly WallAttachment[] }) {
  const folder = join(root, folderOf(wallId));
  if (wanted.length === 0) return files.rm(folder, { recursive: true, force: true });
  await files.mkdir(folder, { recursive: true });
  const names = new Set(wanted.map(({ href }) => href.slice(href.lastIndexOf('/') + 1)));
  const there = await files.readdir(folder);
  await Promise.all(there.filter((name) => !names.has(name)).map((name) => files.rm(join(folder, name), { force: true })));
  for (const file of await filesOf(tx, wallId)) {
    const isThere = there.includes(nameOf(file)) && (await files.lstat(join(folder, nameOf(file)))).size === file.size;
    if (names.has(nameOf(file)) && !isThere) await writeFile(tx, folder, { wallId, file });
  }
}

async function filesOf(tx: Tx, wallToken: string): Promise<FileRecord[]> {
  const notice = await tables.notices.find(tx, { wallToken, takenDownAt: null });
  return notice ? attachmentsOf(tx, notice.id) : [];
}

/** Beside its place first: no reader meets half of it. */
async function writeFile(tx: Tx, folder: string, { wallId, file }: { wallId: string; file: FileRecord }): Promise<void> {
  const { content } = await publicFile(tx, wallId, file.id);
  if (createHash('sha256').update(content).digest('hex') !== file.sha256) throw new Error('a file is not what was published');
  const part = join(folder, `${randomUUID()}.part`);
  await files.writeFile(part, content, { flag: 'wx' });
  await files.rename(part, join(folder, nameOf(file)));
}
