import { ParseError } from '@wuxin/bpmn-core';
import { type Drawn, readDrawing } from '../../common/check';
import { PARSER_PREFIX } from '../runtime/error-text';
import { badInput } from '../runtime/errors';
import { perDatabase } from '../runtime/per-database';
import type { ReadAt } from '../runtime/read-at';

/** What was read lately: an editor asks several things of the same drawing, some of them at once. Nothing changes what was read. */
const readLately = perDatabase(() => new Map<string, Promise<Drawn>>());
const MOST_KEPT = 4;

/** A file as it is drawn. @throws bad input with the parser's code for what is no BPMN at all */
export async function drawingIn({ db }: Pick<ReadAt, 'db'>, xml: string): Promise<Drawn> {
  const kept = readLately(db);
  const reading = kept.get(xml) ?? readDrawing(xml);
  kept.delete(xml);
  kept.set(xml, reading); // now the newest
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  try {
    return await reading;
  } catch (error) {
    kept.delete(xml);
    if (error instanceof ParseError) throw badInput(`${PARSER_PREFIX}${error.code}`, { ...error.data }, error);
    throw error;
  }
}
