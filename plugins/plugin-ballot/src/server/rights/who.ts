import type { Actor, Request } from '@wuxin/plugin-bpmn';

/** Who asks, and what their roles give them beside their posts in a meeting. */
export interface Who {
  readonly actor: Actor;
  /** Looks after meetings, rules and rolls; no look into a secret vote and no count comes of it. */
  readonly isAdministrator: boolean;
  /** May call meetings. */
  readonly mayCall: boolean;
}

/** Names that no role strategy of NocoBase knows: only the snippets give them. */
const ADMINISTER = 'administer';
const CALL = 'call';

export const BALLOTS_SNIPPET = 'pm.wuxin.ballots';
/** Whoever calls meetings, e.g. staff of a community. */
export const CONVENE_SNIPPET = 'wuxin.ballots.convene';

export const RESOURCES = [
  'ballotMeetings',
  'ballotMeetingTypes',
  'ballotRules',
  'ballotRolls',
  'ballotAttendance',
  'ballotMotions',
  'ballotBoxes',
] as const;

/** What the snippets give: actions that are asked about, and that nobody can send. */
export const SNIPPET_ACTIONS = {
  [BALLOTS_SNIPPET]: [`ballotMeetings:${ADMINISTER}`, `ballotMeetings:${CALL}`],
  [CONVENE_SNIPPET]: [`ballotMeetings:${CALL}`],
} as const;

export function whoOf({ actor, can }: Request): Who {
  const isAdministrator = can('ballotMeetings', ADMINISTER);
  return { actor, isAdministrator, mayCall: isAdministrator || can('ballotMeetings', CALL) };
}
