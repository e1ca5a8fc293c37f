import type { Json } from '@wuxin/bpmn-core';
import type { ActivityContext, ActivityType } from '../activity-types';
import { tables, type TaskRecord } from '../store';
import { sumsOf } from './sums';

/** Whatever a process says: the sums of fewer sheets would show what single raters chose. */
const FEWEST_SHEETS = 3;

/**
 * `wuxin:activityType="ratingSums"`: what the raters at the element `of` have handed in, once nobody can hand in any more. Variables:
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
    if (all.some(isOut)) return { kind: 'failed', code: 'rating.open', data: { elementId } };
    const found = await sumsOf(tx, rating);
    const sheets = found?.sheets ?? 0;
    const enough = sheets >= Math.max(FEWEST_SHEETS, minimumOf(context));
    const handedIn = new Set(tasks.flatMap(({ status, completedById }) => (status === 'completed' ? [completedById] : [])));
    const asked = [...new Set(tasks.flatMap(({ assigneeId }) => assigneeId ?? []))];
    const sums: Json = enough && found ? { ...found.counts } : null;
    return { kind: 'completed', variables: { sheets, enough, sums, missing: asked.filter((id) => !handedIn.has(id)) } };
  },
};

function minimumOf(context: ActivityContext): number {
  const text = context.element.settings.config?.['minimum'] ?? '';
  const value = Number(text.startsWith('=') ? context.evaluate(text.slice(1)) : text);
  return Number.isFinite(value) ? value : Number.MAX_SAFE_INTEGER;
}
