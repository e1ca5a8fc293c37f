import type { Json } from '@wuxin/bpmn-core';
import { CommunityError } from '../errors';

/** Days between which a meeting must lie; texts of the configuration, literal or FEEL. */
export interface Limits {
  readonly notBefore?: string;
  readonly notAfter?: string;
}

/** ISO dates order as text. @throws CommunityError `tally.heldTooEarly`, `tally.heldTooLate` */
export function mustLieWithin(heldOn: string, limits: Limits, read: (text: string) => Json): void {
  const notBefore = readLimit(limits.notBefore, read);
  const notAfter = readLimit(limits.notAfter, read);
  if (notBefore !== null && heldOn < notBefore) throw new CommunityError('tally.heldTooEarly', 400, { heldOn, notBefore });
  if (notAfter !== null && heldOn > notAfter) throw new CommunityError('tally.heldTooLate', 400, { heldOn, notAfter });
}

/** A limit that the process leaves empty limits nothing. */
function readLimit(text: string | undefined, read: (text: string) => Json): string | null {
  const limit = text === undefined ? null : read(text);
  return typeof limit === 'string' && limit !== '' ? limit.slice(0, 10) : null;
}
