import type { Coverage, State } from './coverage';
import type { SeedItem } from './schema';

const HEADS: Readonly<Record<State, string>> = { carried: 'Carried', partly: 'Partly carried', open: 'Open' };

/** What `npm run seed-coverage` prints: wrong claims first, then each state with its items. */
export function reportOf(items: readonly SeedItem[], { states, wrong, twice }: Coverage): string {
  const faults = [
    ...wrong.map(({ id, artefact }) => `WRONG ${id} claims ${artefact}, which is not there`),
    ...twice.map((id) => `WRONG ${id} stands there twice`),
  ];
  const parts = (Object.keys(HEADS) as State[]).map((state) => {
    // keys of HEADS
    const own = items.filter(({ id }) => states.get(id) === state);
    return [`${HEADS[state]}: ${own.length} of ${items.length}`, ...own.map(lineOf)].join('\n');
  });
  return [...faults, ...parts].join('\n\n');
}

function lineOf({ id, text, cards, carriedBy, rest }: SeedItem): string {
  const by = carriedBy.length > 0 ? ` ← ${carriedBy.join(', ')}` : ` (${cards})`;
  return `  ${id} ${text}${by}${rest === undefined ? '' : `\n      still: ${rest}`}`;
}
