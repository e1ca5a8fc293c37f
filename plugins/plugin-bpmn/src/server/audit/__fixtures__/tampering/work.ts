import type { World } from '../world';
import { fireInHistory, idsIn, removeRows, removeToken } from './spoil';
import type { Tampering } from './tampering';

export function workOf({ joining, stuck }: World): Tampering[] {
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
      claim: 'a clock that stands still for nobody',
      fault: 'stoppedAt',
      invariant: 'task.clock',
      table: 'bpmnTasks',
      spoil: `UPDATE "bpmnTasks" SET "stoppedAt" = 1 WHERE "instanceId" = '${joining}' AND "status" = 'open'`,
      row: open,
    },
    {
      claim: 'a job that lets a clock go on which runs',
      fault: 'nothingToResume',
      invariant: 'task.clock',
      table: 'bpmnJobs',
      spoil: `UPDATE "bpmnJobs" SET "kind" = 'resumeClock' WHERE "instanceId" = '${joining}' AND "kind" = 'deadlineStep'`,
      row: idsIn('bpmnJobs', joining),
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
