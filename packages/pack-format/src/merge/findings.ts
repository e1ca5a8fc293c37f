import { isSame, stableJson, type Json } from '../json';

/**
 * - `taken`: only the pack changed it; it is taken over.
 * - `kept`: only this installation changed it; it stays.
 * - `conflict`: both changed it, differently. What is here stays unless somebody chooses the pack's.
 * - `dropped`: it came from one side and holds on to something that is not there any more.
 */
export type FindingKind = 'taken' | 'kept' | 'conflict' | 'dropped';

/** One thing in which three packs differ, for people to look at. */
export interface Finding {
  /** The same for the same difference, so that a choice can name it. */
  readonly id: string;
  readonly kind: FindingKind;
  /** What happened to it since the common pack, on the side that changed it. */
  readonly change: 'added' | 'changed' | 'removed';
  /** `process`, `manifest`, or the folder of a part or file. */
  readonly part: string;
  /** Of the part or file; of the drawing the element's id, else null. */
  readonly name: string | null;
  /** Where in it, outermost first. */
  readonly path: readonly string[];
  readonly before: string | null;
  readonly here: string | null;
  readonly pack: string | null;
}

/** Which side wins a conflict, by the finding's id. */
export type Choices = Readonly<Record<string, 'here' | 'pack'>>;

export interface MergeOptions {
  readonly choices?: Choices;
  /** What is not taken over without a choice, although only the pack changed it: statutory limits, for instance. */
  readonly isGuarded?: (part: string, path: readonly string[]) => boolean;
  /** Folders whose items are taken as they are on one side: half of one and half of another would mean nothing. */
  readonly isWhole?: (part: string) => boolean;
}

/** The same thing on three sides; undefined where it is not. */
export interface Sides<Value> {
  readonly base: Value | undefined;
  readonly here: Value | undefined;
  readonly pack: Value | undefined;
}

const LONGEST = 400;

/** Decides and remembers, for one part of a pack. */
export class Decider {
  readonly findings: Finding[] = [];

  constructor(
    private readonly at: Pick<Finding, 'part' | 'name'>,
    private readonly options: MergeOptions,
  ) {}

  /** What becomes of a value that is not looked into any further; undefined: nothing is there afterwards. */
  settle(path: readonly string[], { base, here, pack }: Sides<Json>): Json | undefined {
    if (isSame(here, pack)) return here;
    if (isSame(base, here) && !this.options.isGuarded?.(this.at.part, path))
      return this.note('taken', path, { base, here, pack }, pack);
    if (isSame(base, pack)) return this.note('kept', path, { base, here, pack }, here);
    return this.conflict(path, { base, here, pack });
  }

  /** Both changed it: what somebody chose, else what is here. */
  conflict(path: readonly string[], sides: Sides<Json>): Json | undefined {
    const isPackChosen = this.options.choices?.[this.idOf(path)] === 'pack';
    return this.note('conflict', path, sides, isPackChosen ? sides.pack : sides.here);
  }

  drop(path: readonly string[], was: Json): void {
    this.note('dropped', path, { base: was, here: undefined, pack: undefined }, undefined);
  }

  private note<Value>(kind: FindingKind, path: readonly string[], { base, here, pack }: Sides<Json>, result: Value): Value {
    const changed = kind === 'kept' ? here : pack;
    this.findings.push({
      ...this.at,
      id: this.idOf(path),
      kind,
      change: base === undefined ? 'added' : changed === undefined ? 'removed' : 'changed',
      path,
      before: shown(base),
      here: shown(here),
      pack: shown(pack),
    });
    return result;
  }

  private idOf(path: readonly string[]): string {
    return [this.at.part, this.at.name ?? '', ...path].map((step) => step.replaceAll('/', '~')).join('/');
  }
}

function shown(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : stableJson(value).trimEnd();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
