import type { Json } from '@wuxin/bpmn-core';
import { canonicalJson } from '@wuxin/plugin-bpmn';
import { createHash } from 'node:crypto';
import type { FileRecord, NoticeRecord } from '../store';

export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(value)) as Json)) // as it is stored
    .digest('hex');

/** Of what readers of a notice get: title, text, and names and bytes of its attachments. */
export const contentDigest = (
  { title, body }: Pick<NoticeRecord, 'title' | 'body'>,
  files: readonly Pick<FileRecord, 'name' | 'type' | 'sha256'>[],
): string =>
  digestOf({
    title,
    body,
    files: files.map(({ name, type, sha256 }) => ({ name, type, sha256 })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  });
