import type { CheckView, FindingPlace, FindingView, NoticeBlock, RedactBody } from '../../common/api';

/** What somebody decided on a finding so far; a reason may still be empty. */
export type Decision = { readonly decision: 'mask' } | { readonly decision: 'keep'; readonly reason: string };
export type Decisions = ReadonlyMap<string, Decision>;

/** Nothing is open about it: masked, or kept with a reason. */
export const isDecided = (decision: Decision | undefined): boolean =>
  decision !== undefined && (decision.decision === 'mask' || decision.reason.trim() !== '');

export const openOf = (findings: readonly FindingView[], decisions: Decisions): FindingView[] =>
  findings.filter(({ id }) => !isDecided(decisions.get(id)));

export interface KindCount {
  readonly kind: string;
  readonly total: number;
  readonly open: number;
}

/** By kind, in the order in which they were found. */
export function kindsOf(findings: readonly FindingView[], decisions: Decisions): KindCount[] {
  const counts = new Map<string, KindCount>();
  for (const { id, kind } of findings) {
    const before = counts.get(kind) ?? { kind, total: 0, open: 0 };
    counts.set(kind, { kind, total: before.total + 1, open: before.open + (isDecided(decisions.get(id)) ? 0 : 1) });
  }
  return [...counts.values()];
}

/** The same decision on several findings. */
export function decideAll(before: Decisions, ids: readonly string[], decision: Decision): Decisions {
  const next = new Map(before);
  for (const id of ids) next.set(id, decision);
  return next;
}

/** A piece of what was found, in one text. */
export interface Mark {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly mask: string;
}

/** One text of a notice, as a key. Word files have no text here: what was found in them is shown in its context only. */
export function placeKey(place: FindingPlace): string {
  switch (place.kind) {
    case 'title':
      return 'title';
    case 'block':
      return `block ${place.block} ${place.row ?? ''} ${place.cell ?? ''}`;
    case 'fileName':
      return `name ${place.fileId}`;
    case 'file':
      return `file ${place.fileId}`;
  }
}

/** What was found by the text it stands in, from left to right. */
export function marksOf(findings: readonly FindingView[]): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, Mark[]>();
  for (const { id, pieces } of findings) {
    for (const { place, start, end, mask } of pieces) {
      const key = placeKey(place);
      marks.set(key, [...(marks.get(key) ?? []), { id, start, end, mask }]);
    }
  }
  for (const all of marks.values()) all.sort((a, b) => a.start - b.start);
  return marks;
}

/** A piece of a text: plain, or with what was found in it. */
export type Segment = { readonly text: string; readonly mark: Mark | null };

/** What overlaps with what was found before it stays plain: it is marked there already. */
export function segmentsOf(text: string, marks: readonly Mark[] = []): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at) continue;
    if (mark.start > at) segments.push({ text: text.slice(at, mark.start), mark: null });
    segments.push({ text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), mark: null });
  return segments;
}

const maskedText = (text: string, marks: readonly Mark[] | undefined, decisions: Decisions): string =>
  segmentsOf(text, marks)
    .map(({ text: piece, mark }) => (mark && decisions.get(mark.id)?.decision === 'mask' ? mark.mask : piece))
    .join('');

/** Title and body as they will be. */
export function resultOf(
  { title, body }: { readonly title: string; readonly body: readonly NoticeBlock[] },
  findings: readonly FindingView[],
  decisions: Decisions,
): { title: string; body: NoticeBlock[] } {
  const marks = marksOf(findings);
  const masked = (text: string, place: FindingPlace) => maskedText(text, marks.get(placeKey(place)), decisions);
  return {
    title: masked(title, { kind: 'title' }),
    body: body.map((given, block): NoticeBlock => {
      if (given.kind !== 'table') return { ...given, text: masked(given.text, { kind: 'block', block }) };
      const rows = given.rows.map((cells, row) =>
        cells.map((one, cell) => ({ ...one, text: masked(one.text, { kind: 'block', block, row, cell }) })),
      );
      return { ...given, rows };
    }),
  };
}

/** What the server is told. */
export function redactBodyOf(check: CheckView, decisions: Decisions, looked: ReadonlyMap<string, string>): RedactBody {
  return {
    stamp: check.stamp,
    decisions: check.findings.flatMap(({ id }) => {
      const decision = decisions.get(id);
      return decision ? [{ id, ...decision }] : [];
    }),
    looked: check.unchecked.map(({ fileId }) => ({ fileId, words: looked.get(fileId) ?? '' })),
  };
}
