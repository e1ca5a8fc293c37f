import type { Collection } from '@nocobase/database';
import { z } from 'zod';
import { configProblems, readConfig, valueOf } from '../activity-config';
import { writeToRecord } from '../keep';
import type { ActivityContext, ActivityType, BpmnPort } from '../ports';
import type { Row } from '../rows';

const schema = z.object({ from: z.string().min(1), to: z.string().regex(/^[A-Za-z]\w*$/) }).strict();

/** @throws CommunityError `bringFiles.badConfig`, which names the property */
export const readBringFilesConfig = (config: unknown): z.output<typeof schema> =>
  readConfig(schema, config, 'bringFiles.badConfig');

/**
 * `wuxin:activityType="bringFiles"`: the files that the calling case has in the fields `from` (their names, separated by commas; text or
 * FEEL) are put into the field `to` of this case's record, so that nobody sends them again. A call carries plain values only. Fields that
 * the calling record does not have are left out, and without a caller nothing is brought.
 */
export function bringFilesActivity({ underCommand, cases }: Pick<BpmnPort, 'underCommand' | 'cases'>): ActivityType {
  return {
    type: 'bringFiles',
    canBeTried: true,
    validate: ({ settings }) => configProblems(() => readBringFilesConfig(settings.config)),
    async enter(context) {
      const { from, to } = readBringFilesConfig(context.element.settings.config);
      const names = valueOf(context, from);
      const wanted = typeof names === 'string' ? names.split(',').map((name) => name.trim()) : [];
      const ids = await filesOfCaller(context, cases, wanted);
      if (ids.length > 0) await writeToRecord(context, underCommand, { [to]: ids });
      return { kind: 'completed', variables: {} };
    },
  };
}

async function filesOfCaller(
  { tx, instance, scratch }: ActivityContext,
  cases: BpmnPort['cases'],
  wanted: readonly string[],
): Promise<number[]> {
  if (scratch) return wanted.flatMap((name) => [...(scratch.recordOfCaller?.files(name) ?? [])]);
  if (wanted.every((name) => name === '') || instance.recordId === null) return [];
  const caller = await cases.callerOf(tx, instance);
  if (!caller?.recordCollection || caller.recordId === null) return [];
  const collection = tx.db.getCollection(caller.recordCollection) as Collection | undefined; // it may have been removed
  const appends = wanted.filter((name) => collection && isFiles(collection, name));
  if (!collection || appends.length === 0) return [];
  const query = { filterByTk: caller.recordId, appends, transaction: tx.transaction };
  const row = (await collection.repository.findOne(query)) as Row | null; // typed `any` by NocoBase
  return appends.flatMap((name) => ((row?.get(name) ?? []) as Row[]).map((file) => Number(file.get('id')))); // associated rows
}

function isFiles(collection: Collection, name: string): boolean {
  const options = collection.getField(name)?.options as { type?: string; target?: string } | undefined; // NocoBase declares `any`
  return options?.type === 'belongsToMany' && options.target === 'attachments';
}
