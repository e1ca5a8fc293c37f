import type { InstanceStatus, TokenRow } from '../contract';
import { cancelToken } from './cancel';
import { isCompensable, dropGroup } from './records';
import type { Run } from './run';
import { unsubscribe } from './subscribe';

export function rootOf(run: Run, token: TokenRow): TokenRow {
  let root = token;
  for (let parent = run.parentOf(root); parent; parent = run.parentOf(root)) root = parent;
  return root;
}

/** Ends the instance and takes all its rows away. */
export function endInstance(run: Run, root: TokenRow, status: Exclude<InstanceStatus, 'running'>, errorCode?: string): void {
  if (root.data.live !== 0) for (const child of run.tokens.inGroup(root.id)) cancelToken(run, child);
  unsubscribe(run, root);
  if (isCompensable(run.element(root.elementId))) dropGroup(run, root.id);
  if (root.status === 'failed') run.emit({ type: 'incidentCleared', tokenId: root.id });
  run.tokens.delete(root.id);
  run.instance = { ...run.instance, status };
  run.log('instanceEnded', root.elementId, null, errorCode === undefined ? { status } : { status, errorCode });
  run.emit({
    type: 'instanceEnded',
    status,
    variables: run.instance.variables,
    ...(errorCode === undefined ? {} : { errorCode }),
  });
}
