import {
  planChange,
  rebuildWall,
  renderParts,
  type FileChanges,
  type MemoryWall,
  type WallChange,
  type WallOptions,
  type WallSource,
} from '..';
import { linksOf } from './markup';

/** The files of a wall in memory. */
export type Files = Map<string, string>;

export function apply(files: Files, { written, removed }: FileChanges): void {
  for (const { path, content } of written) files.set(path, content);
  for (const path of removed) files.delete(path);
}

export async function wholeWall(options: WallOptions, source: WallSource): Promise<Files> {
  const files: Files = new Map();
  for await (const changes of rebuildWall(options, source)) apply(files, changes);
  return files;
}

/** One change as the server makes it: planned, saved, rendered, written. */
export async function change(options: WallOptions, wall: MemoryWall, files: Files, what: WallChange): Promise<FileChanges> {
  const plan = await planChange(options, wall, what);
  wall.save(plan);
  const changes = await renderParts(options, wall, plan.touched);
  apply(files, changes);
  return changes;
}

/** Which pages somebody comes to who begins at the front page and follows links. */
export function reachable(files: Files): Set<string> {
  const found = new Set(['index.html']);
  for (const path of found) for (const target of linksOf(path, files.get(path) ?? '')) found.add(target);
  return found;
}
