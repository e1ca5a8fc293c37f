const PREFIX = 'given.';
const SIGNS = 24;

/** The key of a rule or meeting type whose numbers a process gives: what it says, so that the same numbers are one row. */
export const givenKey = (digest: string): string => `${PREFIX}${digest.slice(0, SIGNS)}`;

/** Administrators change the parameters of the process, not these. */
export const isGivenKey = (key: string): boolean => key.startsWith(PREFIX);
