import type { Json, Variables } from '@wuxin/bpmn-core';
import { evaluateFeel } from '@wuxin/feel';
import { CommunityError } from '../errors';
import { loadProcedure } from '../procedures';
import type { ActivityContext } from '../ports';
import { requirementActivity } from '../requirement';
import { folderOf, graphOf } from '.';

interface Surroundings {
  readonly now: number;
  readonly variables: Variables;
  readonly functions?: Readonly<Record<string, () => Json>>;
}
export type Refusal = (elementId: string, record: Variables, surroundings: Surroundings) => Promise<CommunityError | undefined>;

/** @returns what a requirement of this folder's process says of a record: its conditions are evaluated as they stand in the file. */
export async function refusalsOf(folder: string): Promise<Refusal> {
  const { elements } = await graphOf((await loadProcedure(folderOf(folder))).xml);
  return async (elementId, record, { now, variables, functions = {} }) => {
    const context: Partial<ActivityContext> = {
      tx: { now } as never, // nothing asks for the database
      element: elements[elementId]!,
      record,
      instance: { id: '1', parentInstanceId: null, recordCollection: null, recordId: null, placeId: null },
      evaluate: (expression) => evaluateFeel(expression, { ...variables, record }, { now, functions }),
    };
    try {
      await requirementActivity.enter(context as ActivityContext); // what a requirement reads of it
      return undefined;
    } catch (error) {
      if (error instanceof CommunityError) return error;
      throw error;
    }
  };
}
