import { wallPolicy, type WallOptions } from '@wuxin/notice-wall';
import type { IncomingMessage } from 'node:http';
import * as files from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { headerOf, type Answer } from './exchange';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
const DOWNLOADS: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
/** Names that the wall gives, and no others: no dots but the last, nothing that is encoded, no way up. */
const PATH = /^(?:[A-Za-z0-9_-]{1,64}\/){0,4}[A-Za-z0-9_-]{1,80}\.([a-z]{2,4})$/;
const FOLDER = /^(?:[A-Za-z0-9_-]{1,64}\/){0,4}$/;
/** Of a notice, or of one of its files. */
const OF_NOTICE = /^(n\/[A-Za-z0-9_-]{2}\/[A-Za-z0-9_-]{20,64})(?:\.html|\/)/;
const WORTH_PACKING = 1_024;

/** A file of the wall's folder, and nothing beside it. Undefined: there is none. */
export async function fileAnswer(
  request: IncomingMessage,
  { folder, path, options }: { readonly folder: string; readonly path: string; readonly options: WallOptions },
): Promise<Answer | undefined> {
  const asked = FOLDER.test(path) ? `${path}index.html` : path;
  const notice = OF_NOTICE.exec(asked)?.[1];
  if (notice !== undefined && (await open(folder, `${notice}.gone`))) {
    const page = asked.endsWith('.html') ? asked : `${notice}.html`;
    const gone = (await open(folder, page)) ?? (await open(folder, 'gone.html'));
    return gone && { status: 410, headers: headersOf('html', options), content: gone.content };
  }
  const extension = PATH.exec(asked)?.[1] ?? '';
  if (!(extension in TYPES) && !(extension in DOWNLOADS)) return undefined;
  const found = await open(folder, asked);
  if (!found) return undefined;
  return answerOf(request, { ...found, headers: headersOf(extension, options), isText: extension in TYPES });
}

interface Opened {
  readonly content: Buffer;
  readonly changedAt: number;
}

/** A link is not followed: the folder has none of its own. */
async function open(folder: string, path: string): Promise<Opened | undefined> {
  try {
    const full = await files.realpath(join(folder, path));
    if (full !== join(await files.realpath(folder), path.split('/').join(sep))) return undefined;
    const stat = await files.lstat(full);
    return stat.isFile() ? { content: await files.readFile(full), changedAt: stat.mtimeMs } : undefined;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

function headersOf(extension: string, options: WallOptions): Record<string, string> {
  const isDownload = extension in DOWNLOADS;
  return {
    'Content-Type': TYPES[extension] ?? DOWNLOADS[extension] ?? 'application/octet-stream',
    // a notice that was taken down is gone at once
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': isDownload ? "default-src 'none'; sandbox" : wallPolicy(options),
    // the link of the page says how the file is called
    ...(isDownload ? { 'Content-Disposition': 'attachment' } : {}),
  };
}

async function answerOf(
  request: IncomingMessage,
  { content, changedAt, headers, isText }: Opened & { readonly headers: Record<string, string>; readonly isText: boolean },
): Promise<Answer> {
  const isPacked = isText && content.length > WORTH_PACKING && /\bgzip\b/.test(headerOf(request, 'accept-encoding'));
  const tag = `"${content.length.toString(36)}-${Math.round(changedAt).toString(36)}${isPacked ? '-gz' : ''}"`;
  const all = {
    ...headers,
    'ETag': tag,
    'Last-Modified': new Date(changedAt).toUTCString(),
    ...(isText ? { Vary: 'Accept-Encoding' } : {}),
  };
  if (isKnown(request, tag, changedAt)) return { status: 304, headers: all, content: '' };
  if (!isPacked) return { status: 200, headers: all, content };
  return { status: 200, headers: { ...all, 'Content-Encoding': 'gzip' }, content: await promisify(gzip)(content) };
}

function isKnown(request: IncomingMessage, tag: string, changedAt: number): boolean {
  const tags = headerOf(request, 'if-none-match');
  if (tags !== '') return tags.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  const since = Date.parse(headerOf(request, 'if-modified-since'));
  return !Number.isNaN(since) && Math.floor(changedAt / 1_000) * 1_000 <= since;
}
