import { createHmac } from 'node:crypto';

/**
 * A keyed digest that nobody computes without the installation's own key: what tells a person, and sign-in tickets.
 *
 * @param purpose keeps digests of different kinds apart
 */
export function keyedDigest(purpose: string, text: string): string {
  const key = process.env.APP_KEY;
  if (!key) throw new Error('APP_KEY is not set: NocoBase needs it too');
  return createHmac('sha256', key).update(`wuxin:${purpose}\n${text}`, 'utf8').digest('hex');
}
