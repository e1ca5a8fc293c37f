/** Somebody came or went; `at` is a time in milliseconds. */
export interface Movement {
  readonly person: string;
  readonly kind: 'arrived' | 'left';
  readonly at: number;
}

/**
 * Who is there at a moment, for the quorum of each motion: people leave early. Of two movements at the same time the one that was recorded
 * later counts.
 */
export function presentAt(movements: readonly Movement[], at: number): ReadonlySet<string> {
  const present = new Set<string>();
  for (const { person, kind } of movements.filter((one) => one.at <= at).toSorted((a, b) => a.at - b.at)) {
    if (kind === 'arrived') present.add(person);
    else present.delete(person);
  }
  return present;
}
