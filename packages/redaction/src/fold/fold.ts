import { foldChar, GAP } from './characters';

/** Text with its positions in the originals. Spaces and invisible characters are no text but gaps. */
export interface FoldedText {
  readonly chars: string;
  /** Which of the texts each character is of. */
  readonly text: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** See {@link GAP}: before each character. */
  readonly gap: readonly number[];
}

/** Folds texts one behind the other, with a boundary between them. Linear in their length. */
export function foldTexts(texts: readonly string[]): FoldedText {
  const parts: string[] = [];
  const folded = { text: [] as number[], start: [] as number[], end: [] as number[], gap: [] as number[] };
  texts.forEach((original, text) => {
    let gap: number = text === 0 ? GAP.none : GAP.boundary;
    let wasStyled = false;
    for (let at = 0; at < original.length; ) {
      const code = original.codePointAt(at) ?? 0;
      const next = at + (code > 0xffff ? 2 : 1);
      const char = foldChar(code);
      if (char.kind === 'text') {
        const isStyled = code > 0x7f && !(code >= 0xff10 && code <= 0xff19) && /^\d+$/.test(char.chars);
        // ① and the digits behind it are two numbers
        if (isStyled !== wasStyled && gap === GAP.none) gap = isStyled || /^\d/.test(char.chars) ? GAP.space : gap;
        wasStyled = isStyled;
        parts.push(char.chars);
        for (let unit = 0; unit < char.chars.length; unit += 1) {
          folded.text.push(text);
          folded.start.push(at);
          folded.end.push(next);
          folded.gap.push(unit === 0 ? gap : GAP.none);
        }
        gap = GAP.none;
      } else if (char.kind !== 'invisible') gap = Math.max(gap, char.kind === 'line' ? GAP.line : GAP.space);
      at = next;
    }
  });
  return { chars: parts.join(''), ...folded };
}
