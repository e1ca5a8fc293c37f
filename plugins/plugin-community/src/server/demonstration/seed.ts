import type { Database } from '@nocobase/database';
import { countRows } from '../rows';
import type { BpmnPort, ParameterDefinition } from '../ports';
import type { Demonstration } from './load';
import { instantOf } from './moments';
import { createCast, type Cast } from './people';
import { playCase } from './play';

interface Seeding {
  readonly db: Database;
  readonly bpmn: BpmnPort;
  readonly demonstration: Demonstration;
  readonly parameters: readonly ParameterDefinition[];
  readonly now: number;
}

/** Fills an application that nobody works with yet; where there is a single place already, it does nothing. */
export async function seedDemonstration({ db, bpmn, demonstration, parameters, now }: Seeding): Promise<void> {
  if ((await countRows({ db }, 'places')) > 0) return;
  const cast = await createCast(db, demonstration);
  await confirmParameters({ bpmn, demonstration, parameters, now, cast });
  for (const played of demonstration.cases.cases) await playCase({ bpmn, cast, now }, played);
}

/** Before the first case begins. Each value carries a mark, so that nobody takes it for a checked one. */
async function confirmParameters({
  bpmn,
  demonstration,
  parameters,
  now,
  cast,
}: Omit<Seeding, 'db'> & { readonly cast: Cast }): Promise<void> {
  const { mark, reason, cases } = demonstration.cases;
  const daysAgo = Math.max(0, ...cases.map((played) => played.daysAgo)) + 1;
  await bpmn.write(
    async (tx) => {
      // procedures may share a parameter; it is confirmed once
      const unsure = new Set(parameters.flatMap(({ key, certainty }) => (certainty === 'unsure' ? [key] : [])));
      for (const key of unsure) await bpmn.play.confirmParameter(tx, cast.administrator(), { key, reason, mark });
    },
    instantOf(now, { daysAgo, time: '08:00' }),
  );
}
