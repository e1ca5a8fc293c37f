import type { World } from './world';

/** What is done to the rows, which invariant finds it, and which row it names: asked before, one of these where no order says which is first. */
export interface Tampering {
  readonly claim: string;
  readonly invariant: string;
  readonly table: string;
  readonly spoil: string;
  /** What the row is said to be, where the invariant tells several faults apart. */
  readonly fault?: string;
  /** An id, or a statement whose rows have it. */
  readonly row: string;
}

/** Everything that can be wrong by itself, but for rows of history that are inserted. */
export const tamperingWith = (world: World, lengthOf: (instanceId: string) => number): readonly Tampering[] => [
  ...historyOf(world, lengthOf),
  ...casesOf(world),
  ...tokensOf(world),
  ...workOf(world),
];

function historyOf({ ended, voting }: World, lengthOf: (instanceId: string) => number): Tampering[] {
  const inHistory = { invariant: 'history.chain', table: 'bpmnHistory' };
  return [
    { ...inHistory, claim: 'a changed fact', spoil: changeHistory(ended, 2, `"actorName" = '冒名'`), row: `${ended}:h2` },
    { ...inHistory, claim: 'a deleted row', spoil: deleteHistory(ended, 3), row: `${ended}:h3` },
    {
      ...inHistory,
      claim: 'the last row cut off',
      spoil: deleteHistory(ended, lengthOf(ended)),
      row: `${ended}:h${lengthOf(ended)}`,
    },
    {
      ...inHistory,
      claim: 'two rows in each other’s place',
      spoil: `${changeHistory(ended, 2, '"sequence" = -2')}; ${changeHistory(ended, 3, '"sequence" = 2')}; ${changeHistory(ended, -2, '"sequence" = 3')}`,
      row: `${ended}:h3`,
    },
    {
      ...inHistory,
      claim: 'a changed opinion, though only its digest is in the chain',
      spoil: `UPDATE "bpmnHistoryPayloads" SET "payload" = '{"values":{},"opinion":"不同意"}' WHERE "historyId" LIKE '${voting}:%'`,
      row: `SELECT "historyId" AS "id" FROM "bpmnHistoryPayloads" WHERE "historyId" LIKE '${voting}:%'`,
    },
    {
      ...inHistory,
      claim: 'a head moved back',
      spoil: instance(ended, `"historySequence" = 2`),
      row: `${ended}:h${lengthOf(ended) + 1}`,
    },
  ];
}

function casesOf({ joining, listening, calling, stuck }: World): Tampering[] {
  const goesOn = { invariant: 'case.goesOn', table: 'bpmnTokens' };
  const ofCase = (invariant: string, id: string) => ({ invariant, table: 'bpmnInstances', row: id });
  return [
    {
      ...ofCase('case.goesOn', listening),
      claim: 'an open case without any token',
      fault: 'noToken',
      spoil: removeTokens(listening),
    },
    {
      ...goesOn,
      claim: 'a case that waits for a message nobody listens to',
      spoil: removeRows('bpmnSubscriptions', listening),
      row: tokenAt(listening, 'wait'),
    },
    {
      ...goesOn,
      claim: 'a call whose case is gone',
      spoil: `DELETE FROM "bpmnInstances" WHERE "parentInstanceId" = '${calling}'`,
      row: tokenAt(calling, 'call'),
    },
    {
      ...goesOn,
      claim: 'a failed service without its incident',
      spoil: `${removeRows('bpmnIncidents', stuck)}; ${removeRows('bpmnJobs', stuck)}`,
      row: tokenAt(stuck, 'serve'),
    },
    {
      ...goesOn,
      claim: 'a case that waits at a join for what never comes',
      spoil: removeToken(joining, 'right'),
      row: tokenAt(joining, 'join'),
    },
    {
      ...ofCase('case.endedIsEmpty', joining),
      claim: 'an end that was written into an open case',
      fault: 'wrongEnd',
      spoil: instance(joining, `"endedAt" = 1`),
    },
    {
      claim: 'a case that was marked as ended',
      invariant: 'case.endedIsEmpty',
      table: 'bpmnTokens',
      spoil: instance(listening, `"status" = 'completed', "endedAt" = 1`),
      row: `${idsIn('bpmnTokens', listening)} ORDER BY "id" LIMIT 1`,
    },
    {
      ...ofCase('case.place', joining),
      claim: 'a place that no supervisor looks at',
      spoil: instance(joining, `"placeId" = 'nowhere'`),
    },
    {
      ...ofCase('case.deadline', joining),
      claim: 'a deadline that its tasks do not have',
      spoil: instance(joining, `"dueAt" = 1`),
    },
    {
      ...ofCase('token.element', joining),
      claim: 'a version that is gone',
      fault: 'versionMissing',
      spoil: instance(joining, `"versionId" = 'gone'`),
    },
    {
      claim: 'a called case whose caller is gone',
      fault: 'callerGone',
      invariant: 'call.once',
      table: 'bpmnInstances',
      spoil: removeToken(calling, 'call'),
      row: calledBy(calling),
    },
    {
      claim: 'two cases for one call',
      fault: 'calledTwice',
      invariant: 'call.once',
      table: 'bpmnInstances',
      spoil: instance(listening, `"parentInstanceId" = '${calling}', "parentTokenId" = (${tokenAt(calling, 'call')})`),
      row: calledBy(calling),
    },
  ];
}

function tokensOf({ joining, voting, listening }: World): Tampering[] {
  const ofToken = (invariant: string, row: string) => ({ invariant, table: 'bpmnTokens', row });
  const wait = tokenAt(listening, 'wait');
  return [
    {
      ...ofToken('token.element', wait),
      claim: 'an element that its version lacks',
      spoil: token(listening, 'wait', `"elementId" = 'gone'`),
    },
    {
      ...ofToken('token.tree', wait),
      claim: 'a lost parent',
      fault: 'parentMissing',
      spoil: token(listening, 'wait', `"parentId" = 'gone'`),
    },
    {
      ...ofToken('token.tree', wait),
      claim: 'another plane',
      fault: 'wrongPlane',
      spoil: token(listening, 'wait', `"plane" = 'x'`),
    },
    {
      ...ofToken('token.tree', idsIn('bpmnTokens', listening)),
      claim: 'a second root',
      fault: 'secondRoot',
      spoil: token(listening, 'wait', `"parentId" = NULL`),
    },
    {
      claim: 'a wait of no token',
      fault: 'tokenMissing',
      invariant: 'token.tree',
      table: 'bpmnSubscriptions',
      spoil: `UPDATE "bpmnSubscriptions" SET "tokenId" = 'gone' WHERE "instanceId" = '${listening}'`,
      row: idsIn('bpmnSubscriptions', listening),
    },
    {
      ...ofToken('token.counters', `${idsIn('bpmnTokens', voting)} AND "kind" = 'multiInstance'`),
      claim: 'a miscounted multi-instance activity',
      spoil: `DELETE FROM "bpmnTokens" WHERE "id" = (SELECT MIN("id") FROM "bpmnTokens" WHERE "instanceId" = '${voting}' AND "plane" <> '')`,
    },
    {
      ...ofToken('token.counters', tokenAt(joining, 'join')),
      claim: 'a token that a join has forgotten',
      fault: 'notListedAtJoin',
      spoil: `UPDATE "bpmnTokens" SET "data" = '{"live":2}' WHERE "instanceId" = '${joining}' AND "parentId" IS NULL`,
    },
    {
      ...ofToken('token.counters', tokenAt(joining, 'join')),
      claim: 'one that a join counts on and that went on',
      fault: 'listedButNotWaiting',
      spoil: token(joining, 'join', `"kind" = 'activity'`),
    },
    {
      claim: 'a token more at a join than flows were taken',
      invariant: 'join.consumed',
      table: 'bpmnInstances',
      spoil: token(joining, 'join', `"flowId" = 'flow5'`),
      row: joining,
    },
  ];
}

function workOf({ joining, stuck }: World): Tampering[] {
  const open = `${idsIn('bpmnTasks', joining)} AND "status" = 'open'`;
  const late = `${idsIn('bpmnSubscriptions', joining)} AND "elementId" = 'late'`;
  const timers = { invariant: 'timer.once', table: 'bpmnSubscriptions' };
  const jobs = { invariant: 'job.attempts', table: 'bpmnJobs' };
  return [
    {
      claim: 'a task whose token was removed',
      fault: 'tokenMissing',
      invariant: 'task.token',
      table: 'bpmnTasks',
      spoil: removeToken(joining, 'right'),
      row: open,
    },
    {
      claim: 'an open task nobody can do',
      invariant: 'task.actor',
      table: 'bpmnTasks',
      spoil: `UPDATE "bpmnTasks" SET "assigneeId" = 999999 WHERE "instanceId" = '${joining}' AND "status" = 'open'`,
      row: open,
    },
    {
      claim: 'a second task for a token',
      fault: 'secondTask',
      invariant: 'task.token',
      table: 'bpmnTasks',
      spoil: `UPDATE "bpmnTasks" SET "status" = 'open', "elementId" = 'right', "tokenId" =
        (SELECT "tokenId" FROM "bpmnTasks" WHERE "instanceId" = '${joining}' AND "status" = 'open') WHERE "instanceId" = '${joining}'`,
      row: `${idsIn('bpmnTasks', joining)} ORDER BY "id" DESC LIMIT 1`,
    },
    {
      claim: 'a task of another element than its token',
      fault: 'otherToken',
      invariant: 'task.token',
      table: 'bpmnTasks',
      spoil: `UPDATE "bpmnTasks" SET "elementId" = 'left' WHERE "instanceId" = '${joining}' AND "status" = 'open'`,
      row: open,
    },
    {
      claim: 'a job whose token is gone',
      invariant: 'job.token',
      table: 'bpmnJobs',
      spoil: `UPDATE "bpmnJobs" SET "tokenId" = 'gone' WHERE "instanceId" = '${stuck}'`,
      row: idsIn('bpmnJobs', stuck),
    },
    { ...timers, claim: 'one that fired and waits again', spoil: fireInHistory(joining), row: late },
    {
      ...timers,
      claim: 'one that is never due',
      fault: 'noDueTime',
      spoil: `UPDATE "bpmnSubscriptions" SET "dueAt" = NULL WHERE "instanceId" = '${joining}' AND "elementId" = 'late'`,
      row: late,
    },
    {
      claim: 'an incident about a job that is gone',
      fault: 'jobMissing',
      invariant: 'incident.subject',
      table: 'bpmnIncidents',
      spoil: removeRows('bpmnJobs', stuck),
      row: idsIn('bpmnIncidents', stuck),
    },
    {
      claim: 'an incident about a token that is gone',
      fault: 'tokenMissing',
      invariant: 'incident.subject',
      table: 'bpmnIncidents',
      spoil: `UPDATE "bpmnIncidents" SET "tokenId" = 'gone' WHERE "instanceId" = '${stuck}'`,
      row: idsIn('bpmnIncidents', stuck),
    },
    {
      claim: 'rows of a case that was deleted',
      fault: 'ownerMissing',
      invariant: 'rows.owner',
      table: 'bpmnTokens',
      spoil: `DELETE FROM "bpmnInstances" WHERE "id" = '${joining}'`,
      row: idsIn('bpmnTokens', joining),
    },
    {
      claim: 'candidates of no task',
      fault: 'ownerMissing',
      invariant: 'rows.owner',
      table: 'bpmnTaskCandidates',
      spoil: `INSERT INTO "bpmnTaskCandidates" ("id", "taskId", "groupKey") VALUES (999, 'gone', 'user:1')`,
      row: 'gone',
    },
    {
      ...jobs,
      claim: 'one that was tried too often',
      fault: 'attempts',
      spoil: `UPDATE "bpmnJobs" SET "attempts" = 99 WHERE "instanceId" = '${stuck}'`,
      row: idsIn('bpmnJobs', stuck),
    },
    {
      ...jobs,
      claim: 'one that gave up in silence',
      fault: 'noIncident',
      spoil: removeRows('bpmnIncidents', stuck),
      row: idsIn('bpmnJobs', stuck),
    },
    {
      claim: 'a number that is not so',
      invariant: 'taskCentre.counts',
      table: 'userWorkflowTaskStats',
      spoil: `UPDATE "userWorkflowTaskStats" SET "pending" = 77 WHERE "workflowKey" = 'forked'`,
      row: `SELECT "userId" || ' ' || "workflowKey" AS "id" FROM "userWorkflowTaskStats" WHERE "workflowKey" = 'forked'`,
    },
  ];
}

const idsIn = (table: string, id: string) => `SELECT "id" FROM "${table}" WHERE "instanceId" = '${id}'`;
const tokenAt = (id: string, elementId: string) => `${idsIn('bpmnTokens', id)} AND "elementId" = '${elementId}'`;
const calledBy = (id: string) => `SELECT "id" FROM "bpmnInstances" WHERE "parentInstanceId" = '${id}'`;
const instance = (id: string, change: string) => `UPDATE "bpmnInstances" SET ${change} WHERE "id" = '${id}'`;
const token = (id: string, elementId: string, change: string) =>
  `UPDATE "bpmnTokens" SET ${change} WHERE "instanceId" = '${id}' AND "elementId" = '${elementId}'`;
const changeHistory = (id: string, sequence: number, change: string) =>
  `UPDATE "bpmnHistory" SET ${change} WHERE "instanceId" = '${id}' AND "sequence" = ${sequence}`;
export const deleteHistory = (id: string, sequence: number) =>
  `DELETE FROM "bpmnHistory" WHERE "instanceId" = '${id}' AND "sequence" = ${sequence}`;
const removeRows = (table: string, id: string) => `DELETE FROM "${table}" WHERE "instanceId" = '${id}'`;
const removeTokens = (id: string) => `${removeRows('bpmnTokens', id)}; ${removeRows('bpmnSubscriptions', id)}`;
const removeToken = (id: string, elementId: string) => `${removeRows('bpmnTokens', id)} AND "elementId" = '${elementId}'`;
const fireInHistory = (id: string) =>
  `UPDATE "bpmnHistory" SET "kind" = 'timerFired', "elementId" = 'late', "tokenId" =
    (SELECT "tokenId" FROM "bpmnSubscriptions" WHERE "instanceId" = '${id}' AND "kind" = 'timer')
    WHERE "instanceId" = '${id}' AND "sequence" = 2`;
