import type { Database, Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { Variables } from '@wuxin/bpmn-core';
import type { Transaction } from 'sequelize';
import { toJson } from '../../records';
import { engineOf } from '../../runtime/engine';
import type { Tx } from '../../runtime/tx';
import { tables } from '../../store';
import { beginsToHold } from './conditions';
import { enabledRulesOf, type DataStartRule } from './rules';
import { DATA_START_JOB, dataStartKey } from './store';

interface HookOptions {
  readonly transaction?: Transaction | null;
}

/**
 * Watches records as they are saved. A hook writes only a job, in the transaction of the save: the two happen together, and
 * the engine runs after the commit. Rows that are written in bulk without hooks are not seen, as for NocoBase's workflows.
 */
export function watchRecords(app: Application): void {
  const { db } = app;
  let isReady = false; // while NocoBase installs or upgrades, tables of ours may be missing
  app.on('afterStart', () => void (isReady = true));
  app.on('beforeStop', () => void (isReady = false));
  const watch =
    (event: DataStartRule['event']) =>
    async (model: Model, { transaction }: HookOptions) => {
      const collection = isReady ? collectionOf(db, model) : undefined;
      if (collection === undefined) return;
      const rules = await enabledRulesOf(db).of({ db, transaction: transaction ?? undefined }, collection);
      const due = dueRules(
        rules.filter((rule) => rule.event === event),
        model,
        engineOf(db).clock.now(),
      );
      if (due.length === 0) return;
      const recordId = String(model.get(db.getCollection(collection).filterTargetKey as string)); // one key: see manage-rules.ts
      if (transaction) await queue({ db, transaction, now: engineOf(db).clock.now() }, due, recordId);
      else await engineOf(db).write((tx) => queue(tx, due, recordId));
      transaction?.afterCommit(() => engineOf(db).poke());
    };
  db.on('afterCreate', watch('created'));
  db.on('afterUpdate', watch('updated'));
}

function collectionOf(db: Database, model: Model): string | undefined {
  return db.modelCollection.get(model.constructor as never)?.name; // NocoBase keys the map by model class
}

function dueRules(rules: readonly DataStartRule[], model: Model, now: number): readonly DataStartRule[] {
  if (rules.length === 0) return [];
  const record = toJson(model.toJSON()) as Variables; // a row is an object
  const changed = toJson(model.previous()) as Variables; // what the changed fields were
  return rules.filter((rule) => beginsToHold(rule, record, rule.event === 'created' ? null : { ...record, ...changed }, now));
}

async function queue(tx: Tx, rules: readonly DataStartRule[], recordId: string): Promise<void> {
  for (const rule of rules) {
    const key = dataStartKey(rule, recordId);
    const isKnown = (await tables.jobs.find(tx, { idempotencyKey: key })) ?? (await tables.instances.find(tx, { startKey: key }));
    if (isKnown) continue;
    const fresh = {
      status: 'ready',
      attempts: 0,
      leaseOwner: null,
      leasedUntil: null,
      lastError: null,
      createdAt: tx.now,
    } as const;
    const about = { kind: DATA_START_JOB, instanceId: null, tokenId: null, taskId: null, payload: { ruleId: rule.id, recordId } };
    await tables.jobs.insert(tx, [
      { ...about, ...fresh, id: engineOf(tx.db).newId(), dueAt: tx.now, maxAttempts: 8, idempotencyKey: key },
    ]);
  }
}
