import type { PersonRef } from '../../common/api';
import { SYSTEM, type ActorOrSystem } from '../runtime/actor';
import { conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { publishersBut } from './publishers';
import { asksForTwo } from './setting';

/**
 * Where the setting asks for two people, what becomes valid is another one's to publish than any of its authors'.
 * @throws conflict `process.ownDraft`, which names who may; `process.ownDraftNobodyElse` where nobody does
 */
export async function mustBeAnother(tx: Tx, actor: ActorOrSystem, authors: readonly PersonRef[]): Promise<void> {
  if (actor === SYSTEM || !authors.some(({ id }) => id === actor.userId) || !(await asksForTwo(tx))) return;
  const others = await publishersBut(tx, authors);
  if (others.length === 0) throw conflict('process.ownDraftNobodyElse');
  throw conflict('process.ownDraft', { others, names: others.map(({ name }) => name) });
}
