import type { World } from '../world';
import { idsIn, token, tokenAt } from './spoil';
import type { Tampering } from './tampering';

export function tokensOf({ joining, voting, listening }: World): Tampering[] {
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
