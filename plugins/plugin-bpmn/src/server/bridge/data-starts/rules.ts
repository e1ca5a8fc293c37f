import type { Database } from '@nocobase/database';
import type { DataStartBody } from '../../../common/api';
import { engineOf } from '../../runtime/engine';
import { perDatabase } from '../../runtime/per-database';
import { Table, type ReadTx } from '../../store';

/** When a record of `collection` is saved so that `condition` begins to hold, an instance of `processKey` starts: once a record. */
export interface DataStartRule extends DataStartBody {
  id: string;
}

export const dataStarts = new Table<DataStartRule>('bpmnDataStarts', {
  id: 'text',
  name: 'text',
  collection: 'text',
  event: 'text',
  condition: 'text',
  processKey: 'text',
  placeField: 'text',
  title: 'text',
  variables: 'json',
  isEnabled: 'boolean',
});

/** Other nodes of a cluster see a changed rule after this time; the one that changed it at once. */
const KEPT_MS = 10_000;

class EnabledRules {
  private rules: readonly DataStartRule[] = [];
  private readUntil = 0;

  forget(): void {
    this.readUntil = 0;
  }

  /** Every write of NocoBase asks: mostly answered from memory. */
  async of(tx: ReadTx, collection: string): Promise<readonly DataStartRule[]> {
    const now = engineOf(tx.db).clock.now();
    if (now >= this.readUntil) {
      this.rules = await dataStarts.select(tx, { isEnabled: true });
      this.readUntil = now + KEPT_MS;
    }
    return this.rules.filter((rule) => rule.collection === collection);
  }
}

export const enabledRulesOf: (db: Database) => EnabledRules = perDatabase(() => new EnabledRules());
