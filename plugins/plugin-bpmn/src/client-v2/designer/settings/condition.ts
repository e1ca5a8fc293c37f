/** A condition as a clerk builds it: a name, a comparison, a value. */
export interface Comparison {
  /** `outcome`, or a field as `record.kind`. */
  readonly name: string;
  readonly operator: Operator;
  readonly value: string | number | boolean | null;
}

export const OPERATORS = ['=', '!=', '>', '>=', '<', '<='] as const;
export type Operator = (typeof OPERATORS)[number];

/** What the builder can show; everything else stays the formula that it is. */
export interface BuiltCondition {
  readonly joinedBy: 'and' | 'or';
  readonly parts: readonly Comparison[];
}

const PART = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*(!=|>=|<=|=|>|<)\s*("(?:[^"\\]|\\["\\])*"|-?\d+(?:\.\d+)?|true|false|null)$/;
/** Texts first: an "and" inside one joins nothing. */
const JOINT = /"(?:[^"\\]|\\.)*"|\s(and|or)\s/g;

/** Reads FEEL, with or without `=`. @returns null for what the builder cannot show */
export function readCondition(feel: string): BuiltCondition | null {
  const text = feel.trim().replace(/^=/, '').trim();
  const { pieces, joints } = split(text);
  const kinds = new Set(joints);
  if (kinds.size > 1) return null; // which of them holds first is better read in the formula
  const parts = pieces.map(readPart);
  if (!parts.every((part) => part !== null)) return null;
  return { joinedBy: kinds.has('or') ? 'or' : 'and', parts };
}

function split(text: string): { pieces: string[]; joints: string[] } {
  const pieces: string[] = [];
  const joints: string[] = [];
  let from = 0;
  for (const match of text.matchAll(JOINT)) {
    const joint = match[1];
    if (joint === undefined) continue;
    pieces.push(text.slice(from, match.index).trim());
    joints.push(joint);
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from).trim());
  return { pieces, joints };
}

function readPart(text: string): Comparison | null {
  const [, name, operator, value] = PART.exec(text) ?? [];
  if (name === undefined || value === undefined || !isOperator(operator)) return null;
  return { name, operator, value: literalOf(value) };
}

const isOperator = (text: string | undefined): text is Operator => OPERATORS.some((known) => known === text);

function literalOf(text: string): Comparison['value'] {
  if (text.startsWith('"')) return text.slice(1, -1).replace(/\\(["\\])/g, '$1');
  if (text === 'true' || text === 'false') return text === 'true';
  return text === 'null' ? null : Number(text);
}

/** The same as FEEL, with its `=`. */
export function writeCondition({ joinedBy, parts }: BuiltCondition): string {
  const said = parts.map(({ name, operator, value }) => `${name} ${operator} ${writeLiteral(value)}`);
  return said.length === 0 ? '' : `=${said.join(` ${joinedBy} `)}`;
}

const writeLiteral = (value: Comparison['value']): string =>
  typeof value === 'string' ? `"${value.replace(/["\\]/g, '\\$&')}"` : String(value);
