import type { Json } from '@wuxin/bpmn-core';
import type { ActivityContext, ActivityType } from '../activity-types';
import { tables, type PaperCountRecord, type SumsRecord, type TaskRecord } from '../store';
import { agreedCount, countsOf } from './paper';
import { sumsOf } from './sums';

/** Whatever a process says: the sums of fewer sheets would show what single raters chose. */
const FEWEST_SHEETS = 3;

/**
 * `wuxin:activityType="ratingSums"`: what the raters at the element `of` have handed in, with what tellers agreed on of its paper sheets,
 * once nobody can hand in any more. Variables:
 * `sheets`, how many have; `enough`, whether these are at least `minimum` (FEEL with `=`, never below three); `sums`, of each item how often
 * each choice was made, or null when they are not enough; `missing`, ids of those who were asked and have not handed in.
 */
export const ratingSumsType: ActivityType = {
  type: 'ratingSums',
  validate: ({ settings: { config } }) => (config?.['of'] && config['minimum'] ? [] : [{ code: 'rating.sumsConfig' }]),
  async enter(context) {
    const { tx, unit, instance, element } = context;
    const elementId = element.settings.config?.['of'] ?? '';
    const rating = { instanceId: instance.id, elementId };
    const tasks = await tables.tasks.select(tx, rating);
    // as they are with what this very command has opened and taken away
    const all = [...tasks, ...unit.openedTasks.map(({ task }) => task)];
    const isOut = (task: TaskRecord) =>
      task.elementId === elementId && task.status === 'open' && !unit.hasCancelled(task.tokenId);
    const isBeingCounted = (await countsOf(tx, rating)).length > 0;
    if (isBeingCounted || all.some(isOut)) return { kind: 'failed', code: 'rating.open', data: { elementId } };
    const { sheets, counts } = together(await sumsOf(tx, rating), await agreedCount(tx, rating));
    const enough = sheets >= Math.max(FEWEST_SHEETS, minimumOf(context));
    const handedIn = new Set(tasks.flatMap(({ status, completedById }) => (status === 'completed' ? [completedById] : [])));
    const asked = [...new Set(tasks.flatMap(({ assigneeId }) => assigneeId ?? []))];
    const sums: Json = enough ? { ...counts } : null;
    return { kind: 'completed', variables: { sheets, enough, sums, missing: asked.filter((id) => !handedIn.has(id)) } };
  },
};

type Counts = SumsRecord['counts'];

/** Sheets that were handed in here and those of paper count the same. */
function together(electronic: SumsRecord | undefined, paper: PaperCountRecord | undefined): { sheets: number; counts: Counts } {
  if (!electronic || !paper) return { sheets: (electronic?.sheets ?? 0) + (paper?.valid ?? 0), counts: electronic?.counts ?? paper?.counts ?? {} }; // prettier-ignore
  const items = Object.entries(electronic.counts).map(([item, choices]) => {
    const added = Object.entries(choices).map(
      ([choice, count]) => [choice, count + (paper.counts[item]?.[choice] ?? 0)] as const,
    );
    return [item, Object.fromEntries(added)] as const;
  });
  return { sheets: electronic.sheets + paper.valid, counts: Object.fromEntries(items) };
}

function minimumOf(context: ActivityContext): number {
  const text = context.element.settings.config?.['minimum'] ?? '';
  const value = Number(text.startsWith('=') ? context.evaluate(text.slice(1)) : text);
  return Number.isFinite(value) ? value : Number.MAX_SAFE_INTEGER;
}
