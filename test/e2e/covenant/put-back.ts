import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, tokenOf } from '../harness';

const COVENANT = join(__dirname, '../../../workflows/38-covenant/process.bpmn');

/** Publishes the covenant as content brings it: other stories go its way. */
export async function putBack(page: Page): Promise<void> {
  const headers = { Authorization: `Bearer ${await tokenOf(page, ADMINISTRATOR)}` };
  const post = (url: string, data: object) => page.context().request.post(`/api/${url}`, { data, headers });
  await post('bpmnProcesses:deploy', { xml: readFileSync(COVENANT, 'utf8') });
  const published = await post('bpmnProcesses:publish?filterByTk=covenant', { note: '恢复' });
  if (!published.ok()) throw new Error(`the covenant was not put back: ${published.status()}`);
}
