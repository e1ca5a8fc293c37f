import { LoopPlugin, type Tag, TagDisposition, TemplateHandler, TextPlugin } from 'easy-template-x';
import { badInput, BpmnError } from '../../runtime/errors';
import type { Mark } from '../check';
import { type Filled, lookUp } from '../values';
import { strayBraces } from './braces';

/** Text boxes in tables in text boxes are still read. */
const DEEPEST = 100;

/** Text and loops only: no plugin that takes XML, links or pictures from data. */
const handlerWith = (filled?: Filled): TemplateHandler =>
  new TemplateHandler({
    plugins: [new LoopPlugin(), new TextPlugin()],
    maxXmlDepth: DEEPEST,
    scopeDataResolver: ({ strPath }) => {
      const name = strPath.at(-1) ?? '';
      const value = filled ? lookUp(filled, loopsOf(strPath.slice(0, -1)), name) : '';
      // a hole that nobody sees would be signed: what was checked when it was saved cannot be missing here
      if (value === undefined) throw badInput('document.placeholderGone', { placeholder: name });
      return typeof value === 'string' ? value : value.map(() => ({}));
    },
  });

/** `[rows, index, rows, index]`; a condition leaves no trace in the path. */
function loopsOf(path: readonly string[]): { rows: string; index: number }[] {
  return path.flatMap((part, at) => (/^\d+$/.test(part) && at > 0 ? [{ rows: path[at - 1] ?? '', index: Number(part) }] : []));
}

/** Every pair of braces of a checked file. @throws bad input `template.braces`, `template.notDocx` */
export async function marksOf(docx: Buffer): Promise<Mark[]> {
  const [stray] = strayBraces(docx);
  if (stray !== undefined) throw badInput('template.braces', { placeholder: stray });
  const tags = await unreadableAsRefusal(() => handlerWith().parseTags(docx));
  return tags.map((tag) => ({ kind: kindOf(tag), name: tag.name }));
}

function kindOf({ disposition }: Tag): Mark['kind'] {
  switch (disposition) {
    case TagDisposition.Open:
      return 'open';
    case TagDisposition.Close:
      return 'close';
    case TagDisposition.SelfClosed:
      return 'value';
  }
}

/** The template with the values of a case. */
export async function render(docx: Buffer, filled: Filled): Promise<Buffer> {
  return unreadableAsRefusal(() => handlerWith(filled).process(docx, {}));
}

const BRACES = /Delimiter|TemplateSyntax|TagOptions|Unclosed|Unopened/;

async function unreadableAsRefusal<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BpmnError) throw error;
    const name = error instanceof Error ? error.constructor.name : '';
    const detail = error instanceof Error ? (/["'“]([^"'”]*)["'”]/.exec(error.message)?.[1] ?? '') : '';
    throw badInput(BRACES.test(name) ? 'template.braces' : 'template.notDocx', { placeholder: detail }, error);
  }
}
