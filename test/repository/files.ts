import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

export interface Plugin {
  readonly folder: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

export function readJson<Content>(path: string): Content {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Content;
}

/** Our plugins, each with its package.json. */
export function plugins(): Plugin[] {
  return readdirSync(join(ROOT, 'plugins'))
    .map((name) => `plugins/${name}`)
    .filter((folder) => existsSync(join(ROOT, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readJson<Plugin['manifest']>(`${folder}/package.json`) }));
}

/** Files that git knows and that still exist, by patterns of `git ls-files`. */
export function trackedFiles(...patterns: string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--', ...patterns], { cwd: ROOT, encoding: 'utf8' });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

export const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** `path:line` of every line that matches and of which the second test, if any, is true as well. */
export function linesLike(pattern: RegExp, paths: readonly string[], isMeant: (line: string) => boolean = () => true): string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) && isMeant(line) ? [`${path}:${index + 1}`] : [])),
  );
}
