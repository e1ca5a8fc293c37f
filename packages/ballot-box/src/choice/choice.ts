/** What a ballot says: `approve`, `oppose` or `abstain` of a motion, the ids of those who were marked in an election; empty is blank. */
export type Choice = readonly string[];

/** A choice as it was read from an opened ballot, which anybody can have made. */
export const isChoice = (value: unknown): value is Choice =>
  Array.isArray(value) &&
  value.every((mark) => typeof mark === 'string' && mark.length > 0) &&
  new Set(value).size === value.length;

/** All sealed choices have the same length, so that none can be told by it: an election of many marks some thirty ids. */
export const PADDED_BYTES = 1024;

/** A sealed box adds a one-time key and what tells tampering. */
const SEAL_BYTES = 48;
const SEALED = new RegExp(`^[\\w-]{${Math.ceil(((PADDED_BYTES + SEAL_BYTES) * 8) / 6)}}$`);

/** May this be a sealed choice? Nobody can see more of one before the box is opened. */
export const isSealed = (text: string): boolean => SEALED.test(text);
