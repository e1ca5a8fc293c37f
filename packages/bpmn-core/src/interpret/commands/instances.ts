import type { Command, TokenRow } from '../../contract';
import { CommandError } from '../errors';
import { MAX_INSTANCES, oneLess, oneMore, type OpenInstances } from '../loops';
import type { Run } from '../run';
import { needWaiting } from './guards';

type AddInstance = Extract<Command, { type: 'addInstance' }>;

/** From: an instance that is waiting, of an activity that goes over a list. Never touches the other instances. */
export function addInstance(run: Run, { tokenId, item }: AddInstance): void {
  const open = openInstances(run, needWaiting(run, tokenId));
  const { loop, counters, element } = open;
  if (loop.collection === null || loop.elementVariable === null)
    throw new CommandError('loopOverNoList', { elementId: element.id });
  if (counters.total >= MAX_INSTANCES) throw new CommandError('instancesTooMany', { maximum: MAX_INSTANCES });
  oneMore(run, open, item);
}

/**
 * From: an instance that is waiting. Where those that are done are enough without it, the activity ends; the only one there is stays. Never
 * touches the other instances.
 */
export function removeInstance(run: Run, tokenId: string): void {
  const instance = needWaiting(run, tokenId);
  const open = openInstances(run, instance);
  if (open.counters.total <= 1) throw new CommandError('lastInstance', { elementId: open.element.id });
  oneLess(run, open, instance);
}

function openInstances(run: Run, instance: TokenRow): OpenInstances {
  const body = run.parentOf(instance);
  const element = run.element(instance.elementId);
  const loop = element.activity?.loop;
  if (body?.kind !== 'multiInstance' || loop?.kind !== 'multiInstance' || !body.multiInstance)
    throw new CommandError('notAnInstance', { elementId: element.id });
  return { body, element, loop, counters: body.multiInstance };
}
