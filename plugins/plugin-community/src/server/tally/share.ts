import { z } from 'zod';
import { badNumber } from './usable-rule';

const share = z.string().regex(/^[1-9]\d*\/[1-9]\d*$/);

/** A share such as "2/3", as parameters hold it. @throws CommunityError `tally.badNumber` */
export function readShare(value: unknown): { num: number; den: number } {
  const parsed = share.safeParse(value);
  if (!parsed.success) throw badNumber(value);
  const [num, den] = parsed.data.split('/').map(Number);
  return { num: num ?? 0, den: den ?? 0 };
}
