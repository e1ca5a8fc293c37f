import type { Database } from '@nocobase/database';
import { countRows, findRows, text } from '../rows';
import type { BpmnPort } from '../ports';
import type { Demonstration } from './load';
import { instantOf } from './moments';
import { createCast, type Cast } from './people';
import { playCase } from './play';

interface Seeding {
  readonly db: Database;
  readonly bpmn: BpmnPort;
  readonly demonstration: Demonstration;
  readonly now: number;
}

/** Fills an application that nobody works with yet; where there is a single place already, it does nothing. */
export async function seedDemonstration({ db, bpmn, demonstration, now }: Seeding): Promise<void> {
  if ((await countRows({ db }, 'places')) > 0) return;
  const cast = await createCast(db, demonstration);
  await confirmParameters({ db, bpmn, demonstration, now, cast });
  for (const played of demonstration.cases.cases) await playCase({ bpmn, cast, now }, played);
}

/**
 * Before the first case begins, those of every plugin. Each value carries a mark, so that nobody takes it for a checked one.
 */
async function confirmParameters({ db, bpmn, demonstration, now, cast }: Seeding & { readonly cast: Cast }): Promise<void> {
  const { mark, reason, cases } = demonstration.cases;
  const daysAgo = Math.max(0, ...cases.map((played) => played.daysAgo)) + 1;
  const unsure = await findRows({ db }, 'bpmnParameters', { filter: { certainty: 'unsure' } });
  const keys = unsure.map((row) => text(row, 'key'));
  await bpmn.write(
    async (tx) => {
      for (const key of keys) await bpmn.play.confirmParameter(tx, cast.administrator(), { key, reason, mark });
    },
    instantOf(now, { daysAgo, time: '08:00' }),
  );
}
