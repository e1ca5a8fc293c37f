import type { Community } from './community';

/** The papers are put away under this number, which ends the case. */
export const archive = (community: Community, instanceId: string, who: string, archiveNumber: string) =>
  community.act(instanceId, [who, 'archive'], {
    outcome: 'archived',
    data: { archivedItems: ['documents'], archiveNumber, archivedOn: community.today },
  });
