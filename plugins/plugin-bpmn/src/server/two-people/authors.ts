import type { PersonRef } from '../../common/api';
import { decisionsSince, type DecisionVersionFacts } from '../decisions';
import { SYSTEM, type ActorOrSystem } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { tables, type VersionRecord } from '../store';
import { versionAuthors } from './store';

/** Part of each command that changes what the next version of a process will say; content of plugins has no author. */
export async function noteAuthor(tx: Tx, actor: ActorOrSystem, processKey: string): Promise<void> {
  if (actor === SYSTEM) return;
  // whoever publishes holds it: a change is part of that version, or of the next one
  await tables.processes.find(tx, { key: processKey }, { forUpdate: true });
  const own = { processKey, versionId: null, userId: actor.userId };
  const known = await versionAuthors.find(tx, own);
  if (known) await versionAuthors.update(tx, { id: known.id }, { changes: known.changes + 1, userName: actor.name });
  else await versionAuthors.insert(tx, [{ ...own, id: engineOf(tx.db).newId(), userName: actor.name, changes: 1 }]);
}

/** What the next version of a process will say, as far as its authors go. */
export interface Unpublished {
  readonly processKey: string;
  /** Missing where only tables are newer. */
  readonly draft: VersionRecord | undefined;
  readonly published: VersionRecord | undefined;
  readonly decisionKeys: readonly string[];
}

export interface Authorship {
  readonly authors: readonly PersonRef[];
  /** Another text after each change, whoever made it. */
  readonly seen: string;
}

/** Who changed drawing, forms, templates or tables since the version in force. */
export async function authorshipOf(tx: Tx, { processKey, draft, published, decisionKeys }: Unpublished): Promise<Authorship> {
  const rows = draft ? await versionAuthors.select(tx, { processKey, versionId: null }, { order: [['id', 'ASC']] }) : [];
  const decisions = await decisionsSince(tx, decisionKeys, published?.decisions ?? {});
  const authors = [...rows.map(authorOf), ...saverOf(draft), ...changersOf(decisions)];
  const changes = rows.reduce((sum, row) => sum + row.changes, 0);
  const seen = [draft?.xmlHash ?? '', changes, ...decisions.map(({ key, number }) => `${key}:${number}`)].join(' ');
  return { authors: eachOnce(authors), seen };
}

/** Who changed what an earlier version says; of versions of earlier releases that is who saved it. */
export async function authorsOfVersion(tx: Tx, version: VersionRecord): Promise<readonly PersonRef[]> {
  const rows = await versionAuthors.select(
    tx,
    { versionId: version.id, processKey: version.processKey },
    { order: [['id', 'ASC']] },
  );
  return rows.length > 0 ? rows.map(authorOf) : saverOf(version);
}

/** Who changed it stays with the version. */
export async function freezeAuthors(
  tx: Tx,
  { id: versionId, processKey }: VersionRecord,
  authors: readonly PersonRef[],
): Promise<void> {
  await versionAuthors.delete(tx, { processKey, versionId: null });
  await keepAuthors(tx, { versionId, processKey }, authors);
}

export async function keepAuthors(
  tx: Tx,
  of: { readonly versionId: string; readonly processKey: string },
  authors: readonly PersonRef[],
): Promise<void> {
  const rows = authors.map(({ id, name }) => ({ ...of, id: engineOf(tx.db).newId(), userId: id, userName: name, changes: 1 }));
  if (rows.length > 0) await versionAuthors.insert(tx, rows);
}

const authorOf = ({ userId, userName }: { userId: number; userName: string }): PersonRef => ({ id: userId, name: userName });

const saverOf = (version: VersionRecord | undefined): PersonRef[] =>
  version && version.savedById !== null
    ? [{ id: version.savedById, name: version.savedByName ?? String(version.savedById) }]
    : [];

const changersOf = (decisions: readonly DecisionVersionFacts[]): PersonRef[] =>
  decisions.flatMap(({ changedById: id, changedByName }) => (id === null ? [] : [{ id, name: changedByName ?? String(id) }]));

function eachOnce(people: readonly PersonRef[]): PersonRef[] {
  return [...new Map(people.map((person) => [person.id, person])).values()];
}
