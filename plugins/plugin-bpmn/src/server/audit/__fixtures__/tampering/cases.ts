import type { World } from '../world';
import { calledBy, idsIn, instance, removeRows, removeToken, removeTokens, tokenAt } from './spoil';
import type { Tampering } from './tampering';

export function casesOf({ joining, listening, calling, stuck }: World): Tampering[] {
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
      row: `${calledBy(calling)} OR "id" = '${listening}'`, // whichever comes second
    },
  ];
}
