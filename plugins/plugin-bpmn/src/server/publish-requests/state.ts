import type { PublishingState } from '../../common/api';
import { decisionRefs, publishedOf } from '../commands';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, notFound } from '../runtime/errors';
import { mayDo } from '../runtime/rights';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { asksForTwo, authorshipOf, publishersBut, publishRequestsOf, type Authorship } from '../two-people';
import { drawingIn } from '../versions';

/** Whose draft it is, and who may publish it. Who may: who may look at processes, by their right on the action. */
export async function publishingState(tx: Tx, actor: Actor, key: string): Promise<PublishingState> {
  const { authors, seen } = await authorshipHere(tx, key);
  const isAskingForTwo = await asksForTwo(tx);
  const isOwn = authors.some(({ id }) => id === actor.userId);
  const mustAsk = !mayDo(actor, 'publish') ? 'noRight' : isAskingForTwo && isOwn ? 'ownDraft' : null;
  const barred = isAskingForTwo ? authors : [{ id: actor.userId, name: actor.name }];
  const request = (await publishRequestsOf(tx, [key])).get(key) ?? null;
  return {
    asksForTwo: isAskingForTwo,
    authors: [...authors],
    mustAsk,
    others: mustAsk === null ? [] : await publishersBut(tx, barred),
    seen,
    request,
  };
}

/**
 * Whoever publishes says what they have seen; where two people are asked for they have to, since what one of them has not seen has one author
 * and no reader.
 * @throws conflict `process.changedSinceSeen`; bad input `process.seenMissing`
 */
export async function mustBeAsSeen(tx: Tx, { key, seen }: { readonly key: string; readonly seen?: string }): Promise<void> {
  if (seen === undefined) {
    if (await asksForTwo(tx)) throw badInput('process.seenMissing');
    return;
  }
  await tables.processes.find(tx, { key }, { forUpdate: true });
  const now = await authorshipHere(tx, key);
  if (now.seen !== seen) throw conflict('process.changedSinceSeen', { names: now.authors.map(({ name }) => name) });
}

async function authorshipHere(tx: Tx, key: string): Promise<Authorship> {
  const process = await tables.processes.find(tx, { key });
  if (!process) throw notFound('process.notFound', { key });
  const published = await publishedOf(tx, process);
  const draft = process.draftVersionId ? await tables.versions.find(tx, { id: process.draftVersionId }) : undefined;
  // of a draft that cannot run yet as well
  const drawn = draft ?? published;
  const decisionKeys = drawn ? decisionRefs({ graph: (await drawingIn(tx, drawn.xml)).compiled.drawn }) : [];
  return authorshipOf(tx, { processKey: key, draft, published, decisionKeys });
}
