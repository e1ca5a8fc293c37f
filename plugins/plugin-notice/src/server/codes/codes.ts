import { keyedDigest } from '@wuxin/plugin-bpmn';
import { randomInt } from 'node:crypto';

/** Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: read aloud and copied by hand. */
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/**
 * A new acknowledgement code, 72 bits that nobody guesses: `7QKM-3XWA-…`.
 *
 * @param draw a whole number below the one that is given, which nobody can foresee
 */
export function newCode(draw: (below: number) => number = randomInt): string {
  const letter = () => ALPHABET.charAt(draw(ALPHABET.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** What is kept of a code: nobody finds the code by it, not even with the database in hand. However it is written, it is the same code. */
export function codeDigest(purpose: 'objection' | 'opinion', code: string): string {
  return keyedDigest(`notice:${purpose}`, code.toUpperCase().replace(/[^0-9A-Z]/g, ''));
}
