import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Places {
  readonly root: string;
  /** Instead of the folder `workflows`. */
  readonly content: string;
}

/**
 * Does what a guide tells: runs its `npm run new-procedure`, saves every block that names a file after its language
 * (` ```json workflows/60-…/x.json `), and puts blocks that name an element (` ```xml workflows/…/process.bpmn#review `) in the
 * place of that element.
 */
export function followGuide(path: string, { root, content }: Places): void {
  const text = readFileSync(path, 'utf8');
  const [, folder, name, nameEn] = /npm run new-procedure -- (\S+) --name (\S+) --name-en "([^"]+)"/.exec(text) ?? [];
  if (!folder || !name || !nameEn) throw new Error('the guide makes no procedure');
  const script = join(root, 'scripts/new-procedure.cjs');
  execFileSync(process.execPath, [script, folder, '--name', name, '--name-en', nameEn, '--in', content]);
  for (const [, file, element, block] of text.matchAll(/^```\w+ workflows\/([^\s#]+)(?:#(\w+))?\n([\s\S]*?)^```$/gm)) {
    if (file === undefined || block === undefined) continue;
    const target = join(content, file);
    if (element === undefined) save(target, block);
    else save(target, replaced(readFileSync(target, 'utf8'), element, block));
  }
}

function save(target: string, text: string): void {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** The element with everything in it; elements of the example hold none of their own kind. */
function replaced(xml: string, id: string, block: string): string {
  const [whole, tag] = new RegExp(`<(bpmn:\\w+) id="${id}"`).exec(xml) ?? [];
  if (!whole || !tag) throw new Error(`the guide replaces ${id}, which is not there`);
  const start = xml.indexOf(whole);
  const closing = `</${tag}>`;
  return xml.slice(0, start) + block.trim() + xml.slice(xml.indexOf(closing, start) + closing.length);
}
