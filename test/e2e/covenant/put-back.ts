import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, callsOf } from '../harness';

const COVENANT = join(__dirname, '../../../workflows/38-covenant');
const TABLE = 'covenant-review-route';

/** Publishes the covenant as content brings it: other stories go its way. */
export async function putBack(page: Page): Promise<void> {
  const { post } = await callsOf(page, ADMINISTRATOR);
  await post('bpmnProcesses:deploy', { xml: readFileSync(join(COVENANT, 'process.bpmn'), 'utf8') });
  await post('bpmnProcesses:publish?filterByTk=covenant', { note: '恢复' });
}

/** Gives the decision of where a return goes back the rules that content brings. */
export async function putBackTable(page: Page): Promise<void> {
  const { get, post } = await callsOf(page, ADMINISTRATOR);
  const { newestNumber: fromNumber } = await get<{ newestNumber: number }>(`bpmnDecisions:detail?filterByTk=${TABLE}`);
  const table: unknown = JSON.parse(readFileSync(join(COVENANT, `decisions/${TABLE}.json`), 'utf8'));
  await post(`bpmnDecisions:change?filterByTk=${TABLE}`, { table, reason: '恢复', fromNumber });
}
