import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Following {
  readonly root: string;
  /** Instead of the folder `workflows`. */
  readonly content: string;
  /** How the heading begins before which somebody stops. */
  readonly until?: string;
  /** Another folder for the procedure than the guide's, `61-…`, so that two of them stand side by side. */
  readonly folder?: string;
}

const ORDER = /npm run new-procedure -- (\S+) --name (\S+) --name-en "([^"]+)"/;
const BLOCK = /^```(\w+)(?: workflows\/([^\s#]+)(?:#(\w+))?)?\n([\s\S]*?)^```$/gm;
const DOCUMENT = 'word/document.xml';
/** Of the files in a Word file, whenever somebody saves it. */
const SAVED_ON = new Date(2026, 0, 1);

/**
 * Does what a guide tells, from its top to its end: runs its `npm run new-procedure`; saves every block that names a file after its
 * language (` ```json workflows/60-…/x.json `); puts blocks that name an element (` ```xml workflows/…/process.bpmn#review `) in the place of
 * that element; changes lines as a ` ```diff ` says, in Word files too; and removes what an `rm` of a ` ```sh ` names.
 */
export function followGuide(path: string, { root, content, until, folder: own }: Following): void {
  const text = told(readFileSync(path, 'utf8'), until, own);
  const [, folder, name, nameEn] = ORDER.exec(text) ?? [];
  if (!folder || !name || !nameEn) throw new Error('the guide makes no procedure');
  const script = join(root, 'scripts/new-procedure.cjs');
  execFileSync(process.execPath, [script, folder, '--name', name, '--name-en', nameEn, '--in', content]);
  for (const [, language = '', file, element, block = ''] of text.matchAll(BLOCK)) {
    if (file === undefined) removeNamed(content, block);
    else if (language === 'diff') change(join(content, file), block);
    else if (element === undefined) save(join(content, file), block);
    else save(join(content, file), replaced(readFileSync(join(content, file), 'utf8'), element, block));
  }
}

/** What the guide says as far as somebody reads, about the folder that they chose and the key that follows from it. */
function told(guide: string, until: string | undefined, own: string | undefined): string {
  const end = until === undefined ? guide.length : guide.indexOf(`\n## ${until}`);
  if (end < 0) throw new Error(`the guide has no part “${until}”`);
  const text = guide.slice(0, end);
  const folder = ORDER.exec(text)?.[1];
  if (own === undefined || folder === undefined) return text;
  return text.replaceAll(folder, own).replaceAll(keyOf(folder), keyOf(own));
}

const keyOf = (folder: string): string =>
  folder.replace(/^\d+-/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function save(target: string, text: string): void {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function removeNamed(content: string, commands: string): void {
  for (const [, file] of commands.matchAll(/^rm workflows\/(\S+)$/gm)) if (file !== undefined) rmSync(join(content, file));
}

/** The element with everything in it; elements of the example hold none of their own kind. */
function replaced(xml: string, id: string, block: string): string {
  const [whole, tag] = new RegExp(`<(bpmn:\\w+) id="${id}"`).exec(xml) ?? [];
  if (!whole || !tag) throw new Error(`the guide replaces ${id}, which is not there`);
  const start = xml.indexOf(whole);
  const closing = `</${tag}>`;
  return xml.slice(0, start) + block.trim() + xml.slice(xml.indexOf(closing, start) + closing.length);
}

interface Hunk {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Lines that go, each group followed by the lines that come instead. */
function hunksOf(diff: string): Hunk[] {
  const linesOf = (part: string, sign: string) =>
    part.split('\n').flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : []));
  return [...diff.matchAll(/(?:^-.*\n)+(?:^\+.*\n)*/gm)].map(([part]) => ({
    before: linesOf(part, '-'),
    after: linesOf(part, '+'),
  }));
}

function change(target: string, diff: string): void {
  if (target.endsWith('.docx')) return changeWord(target, diff);
  const changed = hunksOf(diff).reduce(
    (text, { before, after }) => exchanged(text, before.join('\n'), after.join('\n')),
    readFileSync(target, 'utf8'),
  );
  writeFileSync(target, changed);
}

/** Paragraph by paragraph, as somebody types it in Word. */
function changeWord(target: string, diff: string): void {
  const parts = unzipSync(readFileSync(target));
  const paragraphs = hunksOf(diff).flatMap(({ before, after }) =>
    before.map((line, index) => [line, after[index] ?? ''] as const),
  );
  const xml = paragraphs.reduce(
    (text, [before, after]) => exchanged(text, `>${before}</w:t>`, `>${after}</w:t>`),
    strFromU8(parts[DOCUMENT] ?? new Uint8Array()),
  );
  writeFileSync(target, zipSync({ ...parts, [DOCUMENT]: strToU8(xml) }, { mtime: SAVED_ON }));
}

function exchanged(text: string, before: string, after: string): string {
  if (!text.includes(before)) throw new Error(`the guide changes what is not there: ${before}`);
  return text.replace(before, () => after);
}
