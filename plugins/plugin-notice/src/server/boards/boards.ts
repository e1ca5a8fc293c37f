import { badInput, engineOf, forbidden, notFound, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { BoardBody, BoardView } from '../../common/api';
import type { Who } from '../rights';
import { tables, type BoardRecord } from '../store';
import { journal } from '../journal';

/** In use or not: of a place and of those above it, or all. */
export async function listBoards(tx: Tx, { placeId }: { readonly placeId?: string }): Promise<BoardView[]> {
  const order = [['name', 'ASC'], ['id', 'ASC']] as const; // prettier-ignore
  const where = placeId === undefined ? {} : { placeId: [placeId, ...(await aboveOf(tx, placeId))] };
  const rows = await tables.boards.select(tx, where, { order: order.map(([name, way]) => [name, way]) });
  const ids = [...new Set(rows.flatMap((row) => row.placeId ?? []))];
  const places = new Map((await placesOf(tx.db).find(tx, ids)).map(({ id, name }) => [id, { id, name }]));
  return rows.map((row) => ({
    id: row.id,
    place: row.placeId === null ? null : (places.get(row.placeId) ?? null),
    name: row.name,
    address: row.address,
    isInUse: row.isInUse,
  }));
}

const aboveOf = async (tx: Tx, placeId: string): Promise<string[]> =>
  (await placesOf(tx.db).chainOf(tx, placeId)).map(({ id }) => id);

export async function createBoard(tx: Tx, who: Who, { placeId, name, address = '' }: BoardBody): Promise<{ id: string }> {
  if (placeId !== null && (await aboveOf(tx, placeId)).length === 0) throw badInput('notice.placeUnknown');
  await assertKeeps(tx, who, placeId);
  const row = { id: engineOf(tx.db).newId(), placeId, ...namedOf({ name, address }), isInUse: true };
  await tables.boards.insert(tx, [row]);
  await note(tx, who, row, 'boardAdded');
  return { id: row.id };
}

/** One that is no longer in use stays with the notices that hung on it. */
export async function updateBoard(tx: Tx, who: Who, id: string, body: Partial<Omit<BoardBody, 'placeId'>>): Promise<void> {
  const board = await tables.boards.find(tx, { id }, { forUpdate: true });
  if (!board) throw notFound('notice.boardNotFound');
  await assertKeeps(tx, who, board.placeId);
  const row = { ...board, ...namedOf({ ...board, ...body }), isInUse: body.isInUse ?? board.isInUse };
  await tables.boards.update(tx, { id }, row);
  await note(tx, who, row, 'boardChanged');
}

function namedOf({ name, address }: Pick<BoardRecord, 'name' | 'address'>): Pick<BoardRecord, 'name' | 'address'> {
  if (name.trim() === '') throw badInput('notice.boardNameMissing');
  return { name: name.trim(), address: address.trim() };
}

/** Administrators, and whoever drafts notices at the place or above it. @throws forbidden `notice.mayNotKeepBoards` */
async function assertKeeps(tx: Tx, { actor, isAdministrator, mayDraft }: Who, placeId: string | null): Promise<void> {
  if (isAdministrator) return;
  const own = mayDraft && placeId !== null ? await placesOf(tx.db).placesOf(tx, actor.userId) : [];
  const chain = own.length > 0 && placeId !== null ? await aboveOf(tx, placeId) : [];
  if (!own.some(({ id }) => chain.includes(id))) throw forbidden('notice.mayNotKeepBoards');
}

/** Of whoever keeps the boards of a place: their own chain. */
const note = (tx: Tx, who: Who, { id, isInUse }: BoardRecord, kind: string): Promise<void> =>
  journal.append(tx, `board:${id}`, who.actor, [{ kind, data: { isInUse } }]);
