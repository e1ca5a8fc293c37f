import type { ActivityType } from '../../engine';
import { newCallJob } from './call-job';
import { roundsOf } from './executions-store';

/**
 * A service task with `wuxin:activityType="workflow"`: calls the NocoBase workflow named by the `workflow` property of its
 * `wuxin:config` and waits for its end. What the workflow gets is in `variables` and `instance` of its trigger.
 */
export const workflowType: ActivityType = {
  type: 'workflow',
  validate: (element) => (element.settings.config?.workflow ? [] : [{ code: 'workflow.noKey' }]),
  async enter({ tx, unit, element, tokenId, variables }) {
    const round = (await roundsOf(tx.db, tokenId, tx.transaction)) + 1;
    const call = { elementId: element.id, workflow: element.settings.config?.workflow ?? '', round, look: 0, variables };
    unit.queue(newCallJob(tokenId, call, tx.now));
    return { kind: 'waiting' };
  },
};
