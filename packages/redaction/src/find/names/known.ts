import type { Stream } from '../../stream';
import { isHan, isJoiner } from './parse';
import { foldTexts, GAP } from '../../fold';

/** How names of a class may be shown: 张*, not at all, or as they are (holders of posts, candidates, consent). */
export type FieldRule = 'masked' | 'hidden' | 'public';

/** A name of which the caller knows that it is one, with the class of the field that it comes from. */
export interface KnownName {
  readonly name: string;
  readonly fieldClass: string;
}

interface Node {
  readonly next: Map<string, Node>;
  rule?: FieldRule;
}

interface KnownMatch {
  readonly from: number;
  readonly until: number;
  readonly name: string;
  readonly rule: FieldRule;
  /** Nothing of Chinese stands right before or behind it. */
  readonly isAlone: boolean;
}

const LONGEST = 40;
const MOST_JOINERS = 12;

/** Names to look for, as a tree of their characters: the time for a text does not grow with their number. */
export class KnownNames {
  private readonly root: Node = { next: new Map() };
  private readonly rules = new Map<string, FieldRule>();

  constructor(names: readonly { readonly name: string; readonly rule: FieldRule }[]) {
    for (const { name, rule } of names) this.add(name, rule);
  }

  ruleOf(name: string): FieldRule | undefined {
    return this.rules.get(name);
  }

  /** Whoever is public in one field is not in another: the stricter rule holds. */
  private add(original: string, rule: FieldRule): void {
    const name = [...foldTexts([original]).chars].filter((char) => !isJoiner(char)).join('');
    if (name.length < 2 || name.length > LONGEST) return;
    let node = this.root;
    for (const char of name) {
      const next = node.next.get(char) ?? { next: new Map<string, Node>() };
      node.next.set(char, next);
      node = next;
    }
    node.rule = stricter(node.rule, rule);
    this.rules.set(name, node.rule);
  }

  /** All of them in a stream, the longest at each place. */
  in(stream: Stream): KnownMatch[] {
    const matches: KnownMatch[] = [];
    if (this.root.next.size === 0) return matches;
    for (let at = 0; at < stream.chars.length; at += 1) {
      const match = this.root.next.has(stream.chars[at] ?? '') ? this.at(stream, at) : null;
      if (!match) continue;
      matches.push(match);
      at = match.until - 1;
    }
    return matches;
  }

  private at(stream: Stream, from: number): KnownMatch | null {
    let node = this.root;
    let joiners = 0;
    let name = '';
    let best: KnownMatch | null = null;
    for (let at = from; at < stream.chars.length; at += 1) {
      const char = stream.chars[at] ?? '';
      const next = node.next.get(char);
      if (next && (at === from || isJoined(stream, from, at))) {
        node = next;
        name += char;
        joiners = 0;
        if (node.rule) best = { from, until: at + 1, name, rule: node.rule, isAlone: standsAlone(stream, from, at + 1) };
      } else if (isJoiner(char) && joiners < MOST_JOINERS && at > from) joiners += 1;
      else break;
    }
    return best;
  }
}

function stricter(a: FieldRule | undefined, b: FieldRule): FieldRule {
  if (a === 'hidden' || b === 'hidden') return 'hidden';
  return a === 'masked' || b === 'masked' ? 'masked' : b;
}

/** Over a boundary a name goes on only when each of its pieces is all that its text says. */
function isJoined({ gap, text, texts, start, end }: Stream, from: number, at: number): boolean {
  if ((gap[at] ?? 0) !== GAP.boundary) return true;
  const before = texts[text[at - 1] ?? 0]?.original ?? '';
  const after = texts[text[at] ?? 0]?.original ?? '';
  const isBeginning = before.slice(0, start[from]).trim() === '' || text[from] !== text[at - 1];
  return isBeginning && before.slice(end[at - 1]).trim() === '' && [...after.trim()].length <= 3;
}

function standsAlone({ chars, gap }: Stream, from: number, until: number): boolean {
  const before = (gap[from] ?? 0) > GAP.none || !isHan(chars[from - 1]);
  const after = (gap[until] ?? 1) > GAP.none || !isHan(chars[until]);
  return before && after;
}
