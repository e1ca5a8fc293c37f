import type { Collection } from '@nocobase/database';
import type { Json, Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { configProblems, readConfig, valueOf } from '../activity-config';
import { replaceRowsOfRecord } from '../keep';
import type { ActivityContext, ActivityType, BpmnPort, CaseRef, Tx } from '../ports';
import { findRows } from '../rows';

const NAME = /^[A-Za-z]\w*$/;

/** `called` names a call activity; `rows.<sub-table>` is the sub-table there that its rows come from. */
const schema = z
  .record(z.string(), z.string().min(1))
  .refine((config) => Object.keys(config).every((key) => key === 'called' || tableOf(key) !== undefined), {
    message: 'unknown property',
  })
  .refine((config) => Object.keys(config).some((key) => tableOf(key) !== undefined), { message: 'empty' });

function tableOf(key: string): string | undefined {
  const [kind, name, ...more] = key.split('.');
  return kind === 'rows' && name !== undefined && NAME.test(name) && more.length === 0 ? name : undefined;
}

/** @throws CommunityError `bringRows.badConfig`, which names the property */
export const readBringRowsConfig = (config: unknown): Readonly<Record<string, string>> =>
  readConfig(schema, config, 'bringRows.badConfig');

/**
 * `wuxin:activityType="bringRows"`: puts the rows of a sub-table of another case's record into one of this case's, in place of those that
 * are there: a call carries plain values only. The other case is the one that the element `called` has called last or, without it, the case
 * that called this one. Each `rows.<own sub-table>` names the sub-table there, as text or FEEL; an empty name brings nothing and leaves what
 * is there. Of a row come the columns that both sub-tables have, not its keys.
 */
export function bringRowsActivity({ underCommand, cases }: Pick<BpmnPort, 'underCommand' | 'cases'>): ActivityType {
  return {
    type: 'bringRows',
    validate: ({ settings }) => configProblems(() => readBringRowsConfig(settings.config)),
    async enter(context) {
      const config = readBringRowsConfig(context.element.settings.config);
      const { tx, instance } = context;
      const { called } = config;
      const other = await (called === undefined ? cases.callerOf(tx, instance) : cases.lastCalledBy(tx, instance.id, called));
      if (other)
        for (const [key, text] of Object.entries(config)) {
          const rows = tableOf(key);
          const from = rows === undefined ? '' : valueOf(context, text);
          if (rows !== undefined && typeof from === 'string' && from !== '')
            await bring({ context, underCommand, other }, from, rows);
        }
      return { kind: 'completed', variables: {} };
    },
  };
}

interface Bringing {
  readonly context: ActivityContext;
  readonly underCommand: BpmnPort['underCommand'];
  readonly other: CaseRef;
}

async function bring({ context, underCommand, other }: Bringing, from: string, rows: string): Promise<void> {
  const { tx, instance } = context;
  const [source, target] = [subTableOf(tx, other.recordCollection, from), subTableOf(tx, instance.recordCollection, rows)];
  if (!source || !target || other.recordId === null) return;
  const there = plainColumns(source);
  const columns = plainColumns(target).filter((name) => there.includes(name));
  const found = await findRows(tx, source.collection.name, { filter: { [source.foreignKey]: other.recordId }, sort: ['id'] });
  const plain = JSON.parse(JSON.stringify(found)) as Variables[]; // rows are objects; dates become text, as in a record
  const values = plain.map((row) => Object.fromEntries(columns.map((name): [string, Json] => [name, row[name] ?? null])));
  await replaceRowsOfRecord(context, underCommand, { rows, values });
}

interface SubTable {
  readonly collection: Collection;
  readonly foreignKey: string;
}

function subTableOf({ db }: Tx, recordCollection: string | null, name: string): SubTable | undefined {
  const collection = recordCollection === null ? undefined : db.getCollection(recordCollection);
  const field = collection?.getField(name)?.options as { target?: string; foreignKey?: string } | undefined; // NocoBase declares `any`
  const target = field?.target === undefined ? undefined : db.getCollection(field.target);
  return target && field?.foreignKey !== undefined ? { collection: target, foreignKey: field.foreignKey } : undefined;
}

const OWN = new Set(['id', 'createdAt', 'updatedAt', 'createdById', 'updatedById', 'sort']);

/** What a row says by itself: neither its keys nor what the platform writes, nor what lies in other tables. */
function plainColumns({ collection, foreignKey }: SubTable): string[] {
  const fields = [...collection.fields.values()].map(({ options }) => options as { name: string; interface?: string }); // NocoBase declares `any`
  const isPlain = (shown: string | undefined) => shown !== undefined && !IN_OTHERS.has(shown);
  return fields.flatMap(({ name, interface: shown }) => (name !== foreignKey && !OWN.has(name) && isPlain(shown) ? [name] : []));
}

const IN_OTHERS = new Set(['o2m', 'm2o', 'm2m', 'o2o', 'attachment', 'createdBy', 'updatedBy']);
