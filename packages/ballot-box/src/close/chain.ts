import type { Choice } from '../choice';
import { digestOf, type Sodium } from '../sodium';

/** What is published of a closed box. */
export interface Published {
  readonly motionId: string;
  readonly publicKey: string;
  /** In the order of the alphabet. */
  readonly receipts: readonly string[];
  /** In the order of the alphabet of their texts; `null` for a spoilt ballot, at the end. */
  readonly choices: readonly (Choice | null)[];
}

/**
 * The head of the chain over everything that is published, for the notice and the minutes: whoever has the list computes it again, and no
 * receipt or choice can be changed, added or taken away afterwards without another head.
 *
 * @returns 64 hexadecimal signs. The first link is the digest of `wuxin:box:1`, motion and key; each further one of the link before, a line
 * feed, and `receipt R` or `choice C` with C as JSON
 */
export function chainHead(sodium: Sodium, { motionId, publicKey, receipts, choices }: Published): string {
  const lines = [
    ...receipts.map((receipt) => `receipt ${receipt}`),
    ...choices.map((choice) => `choice ${JSON.stringify(choice)}`),
  ];
  const first = digestOf(sodium, `wuxin:box:1|${motionId}|${publicKey}`);
  return lines.reduce((link, line) => digestOf(sodium, `${link}\n${line}`), first);
}
