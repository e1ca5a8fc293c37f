import { attributesOf, tokensOf, type XmlToken } from './tokens';

/** A stretch of markup and what comes in its place. */
export interface MarkupEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Gone with all that is in them: removed text, marks of comments, what formats were before. */
const GONE = new Set([
  'del', 'moveFrom', 'delText', 'delInstrText', 'commentRangeStart', 'commentRangeEnd', 'commentReference', 'annotationRef', 'rPrChange', 'pPrChange',
  'tblPrChange', 'tblPrExChange', 'trPrChange', 'tcPrChange', 'sectPrChange', 'tblGridChange', 'numberingChange', 'moveFromRangeStart',
  'moveFromRangeEnd', 'moveToRangeStart', 'moveToRangeEnd', 'customXmlDelRangeStart', 'customXmlDelRangeEnd', 'customXmlInsRangeStart',
  'customXmlInsRangeEnd', 'customXmlMoveFromRangeStart', 'customXmlMoveFromRangeEnd', 'customXmlMoveToRangeStart', 'customXmlMoveToRangeEnd',
  'cellIns', 'cellDel', 'cellMerge', 'docVars', 'attachedTemplate', 'mailMerge', 'rsids', 'dataBinding',
]); // prettier-ignore
/** Their tags go, what is in them stays: text that was put in. */
const UNWRAPPED = new Set(['ins', 'moveTo']);

/** The edits that take out of a part what its readers do not see: tracked changes, comments, hidden text. */
export function cleaningEdits(part: string, xml: string, hiddenStyles: ReadonlySet<string>): MarkupEdit[] {
  const edits: MarkupEdit[] = [];
  let goneSince: { readonly name: string; readonly start: number; depth: number } | null = null;
  const runs: { readonly start: number; isHidden: boolean }[] = [];
  const paragraphs: { isHidden: boolean }[] = [];
  let inParagraphProperties = 0;
  const end = (token: Extract<XmlToken, { type: 'open' | 'close' }>): void => {
    if (token.name === 'p') paragraphs.pop();
    if (token.name === 'pPr') inParagraphProperties -= 1;
    if (token.name !== 'r') return;
    const run = runs.pop();
    if (run && (run.isHidden || paragraphs.at(-1)?.isHidden === true)) edits.push({ start: run.start, end: token.end, text: '' });
  };
  for (const token of tokensOf(part, xml)) {
    if (token.type === 'text') continue;
    if (goneSince) {
      if (token.type === 'open' && !token.isEmpty && token.name === goneSince.name) goneSince.depth += 1;
      if (token.type === 'close' && token.name === goneSince.name) goneSince.depth -= 1;
      if (goneSince.depth === 0) {
        edits.push({ start: goneSince.start, end: token.end, text: '' });
        goneSince = null;
      }
      continue;
    }
    if (token.type === 'open' && GONE.has(token.name)) {
      if (token.isEmpty) edits.push({ start: token.start, end: token.end, text: '' });
      else goneSince = { name: token.name, start: token.start, depth: 1 };
      continue;
    }
    if (UNWRAPPED.has(token.name)) edits.push({ start: token.start, end: token.end, text: '' });
    if (token.type === 'open') {
      const value = (): string => attributesOf(xml, token).find(({ name }) => name === 'val')?.value ?? '';
      if (token.name === 'p') paragraphs.push({ isHidden: false });
      else if (token.name === 'r') runs.push({ start: token.start, isHidden: false });
      else if (token.name === 'pPr') inParagraphProperties += 1;
      else if (inParagraphProperties === 0 && isHiding(token.name, value, hiddenStyles)) hide(runs.at(-1));
      else if (token.name === 'pStyle' && hiddenStyles.has(value())) hide(paragraphs.at(-1));
    }
    if (token.type === 'close' || token.isEmpty) end(token);
  }
  return edits;
}

function isHiding(name: string, value: () => string, hiddenStyles: ReadonlySet<string>): boolean {
  if (name === 'vanish' || name === 'specVanish') return !/^(?:0|false|off)$/.test(value());
  return name === 'rStyle' && hiddenStyles.has(value());
}

function hide(item: { isHidden: boolean } | undefined): void {
  if (item) item.isHidden = true;
}

/** Edits put into markup. Of edits that overlap the one that begins first and reaches farthest wins. */
export function edited(xml: string, edits: readonly MarkupEdit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < from) continue;
    result += xml.slice(from, start) + text;
    from = end;
  }
  return result + xml.slice(from);
}
