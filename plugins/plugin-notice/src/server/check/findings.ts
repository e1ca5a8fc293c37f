import { check, type CheckOptions, type NoticeDocument, type RedactionFinding } from '@wuxin/redaction';
import { localDateOf, type ReadTx } from '@wuxin/plugin-bpmn';
import { attachmentsOf, bytesOf, DOCX_FILE, readDocxOr } from '../files';
import type { FileRecord, NoticeRecord } from '../store';
import { contentDigest, digestOf } from './digest';

/** A text of a notice in which is looked: the notice itself, or one Word file. */
export interface CheckedText {
  /** Null: title, body and names of files. */
  readonly file: { readonly row: FileRecord; readonly bytes: Buffer } | null;
  readonly document: NoticeDocument;
  readonly findings: readonly (RedactionFinding & { readonly id: string })[];
}

export interface Checked {
  readonly files: readonly FileRecord[];
  readonly texts: readonly CheckedText[];
  readonly unchecked: readonly { readonly fileId: string; readonly name: string; readonly contents: readonly string[] }[];
  /** Of the content and of what was found in it on this day. */
  readonly stamp: string;
}

/** Title first, then the body, then the names of the files. */
export const documentOf = (
  { title, body }: Pick<NoticeRecord, 'title' | 'body'>,
  files: readonly FileRecord[],
): NoticeDocument => ({
  blocks: [{ kind: 'heading', text: title }, ...body, ...files.map(({ name }) => ({ kind: 'fileName' as const, text: name }))],
});

/** What in a notice and its files is personal data, or could be. Nothing of it is stored. */
export async function checkNotice(tx: ReadTx & { readonly now: number }, notice: NoticeRecord): Promise<Checked> {
  const files = await attachmentsOf(tx, notice.id);
  const words = files.filter(({ type }) => type === DOCX_FILE);
  const bytes = await bytesOf(tx, words.map(({ id }) => id)); // prettier-ignore
  const options: CheckOptions = { today: localDateOf(tx.now), names: notice.knownNames ?? [] };
  const read = words.map((row) => ({ row, bytes: bytes.get(row.id) ?? Buffer.alloc(0) })).map((file) => ({ file, ...readDocxOr(file.bytes) })); // prettier-ignore
  const own = { file: null, document: documentOf(notice, files) };
  const texts = [own, ...read].map(({ file, document }, text) => ({
    file,
    document,
    findings: check(document, options).map((finding, at) => ({ ...finding, id: `${text}.${at}` })),
  }));
  const inWords = read.flatMap(({ file: { row }, unchecked }) =>
    unchecked.length === 0
      ? []
      : [{ fileId: row.id, name: row.name, contents: [...new Set(unchecked.map(({ content }) => content))] }],
  );
  const others = files
    .filter(({ type }) => type !== DOCX_FILE)
    .map(({ id, name, type }) => ({ fileId: id, name, contents: [type === 'application/pdf' ? 'pdf' : 'picture'] }));
  const stamp = digestOf({ content: contentDigest(notice, files), findings: texts.map(({ findings }) => findings) });
  return { files, texts, unchecked: [...inWords, ...others], stamp };
}
