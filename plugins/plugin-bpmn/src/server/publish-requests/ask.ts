import { deliver } from '../notify';
import type { Actor } from '../runtime/actor';
import { conflict, notFound } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { publishersBut, publishRequests } from '../two-people';

export interface PublishRequest {
  readonly key: string;
  readonly note: string;
}

/**
 * Asks others to publish a draft: the list of processes says so until it is published, and each of them gets a message. Asking again takes
 * the place of the request before. Who may: with the right to design. From: a draft. Never: publishes anything.
 *
 * @throws not found `process.notFound`; conflict `process.noDraft`
 */
export async function askForPublishing(tx: Tx, actor: Actor, { key, note }: PublishRequest): Promise<{ asked: number }> {
  mustHave(actor, 'design');
  const process = await tables.processes.find(tx, { key }, { forUpdate: true });
  if (!process) throw notFound('process.notFound', { key });
  if (!process.draftVersionId) throw conflict('process.noDraft', { key });
  const asked = { askedAt: tx.now, askedById: actor.userId, askedByName: actor.name, note: note.trim() };
  await publishRequests.delete(tx, { processKey: key });
  await publishRequests.insert(tx, [{ processKey: key, ...asked }]);
  const receivers = await publishersBut(tx, [{ id: actor.userId, name: actor.name }]);
  const name = { 'zh-CN': process.name, 'en-US': process.nameEn ?? process.name };
  const facts = {
    kind: 'publishAsked',
    caseTitle: name,
    elementName: { 'zh-CN': '', 'en-US': '' },
    dueAt: null,
    note: asked.note,
  } as const;
  const url = `/admin/wuxin/processes/${encodeURIComponent(key)}/detail`;
  await deliver(tx, [{ key: `publish ${process.draftVersionId} ${tx.now}`, receivers, url, facts }]);
  return { asked: receivers.length };
}
