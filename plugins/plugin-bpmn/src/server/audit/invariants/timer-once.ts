import { findElement } from '@wuxin/bpmn-core';
import type { AuditedCase, CaseInvariant } from '../types';
import { brokenRow, countBy } from './rows';

/** A timer that does not repeat fires once: what has fired waits no more, and nothing fires twice for one token. */
export const timerOnce: CaseInvariant = {
  name: 'timer.once',
  scope: 'case',
  *check(audited) {
    const timers = audited.subscriptions.filter(({ kind }) => kind === 'timer');
    for (const { id, dueAt } of timers)
      if (dueAt === null) yield brokenRow(audited, 'bpmnSubscriptions', id, { fault: 'noDueTime' });
    const fired = audited.history.filter(({ kind }) => kind === 'timerFired');
    const occasions = countBy([...timers, ...fired], occasionOf);
    const seen = new Set<string>();
    for (const row of [...timers, ...fired]) {
      const allowed = timesOf(audited, row.elementId ?? '');
      const occasion = occasionOf(row);
      if (allowed === undefined || (occasions.get(occasion) ?? 0) <= allowed || seen.has(occasion)) continue;
      seen.add(occasion);
      const data = { fault: 'firedAgain', elementId: row.elementId, tokenId: row.tokenId, times: occasions.get(occasion) ?? 0 };
      yield brokenRow(audited, 'previousHash' in row ? 'bpmnHistory' : 'bpmnSubscriptions', row.id, data);
    }
  },
};

const occasionOf = ({ tokenId, elementId }: { tokenId: string | null; elementId: string | null }) => `${tokenId} ${elementId}`;

/** How often the timers of an element can fire for one token; undefined where one of them repeats. */
function timesOf({ graph }: AuditedCase, elementId: string): number | undefined {
  const definitions = (graph && findElement(graph, elementId)?.event?.definitions) ?? [];
  const timers = definitions.filter((definition) => definition.kind === 'timer');
  return timers.length === 0 || timers.some(({ timer }) => timer === 'cycle') ? undefined : timers.length;
}
