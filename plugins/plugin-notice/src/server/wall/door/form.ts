import { badInput, BpmnError } from '@wuxin/plugin-bpmn';
import type { IncomingMessage } from 'node:http';
import { headerOf } from './exchange';

const MAXIMUM_KILOBYTES = 64;
const FORM = 'application/x-www-form-urlencoded';

/**
 * The fields of a form, each once.
 *
 * @throws `notice.wallContentType`, `notice.wallTooLarge`; bad input `notice.wallForm`: no form
 */
export async function formOf(request: IncomingMessage): Promise<ReadonlyMap<string, string>> {
  const isForm = headerOf(request, 'content-type').split(';')[0]?.trim().toLowerCase() === FORM;
  const bytes = await bytesOf(request);
  if (!isForm) throw new BpmnError('notice.wallContentType', 415);
  const sent = [...new URLSearchParams(bytes.toString('utf8'))];
  // what is no UTF-8
  if (sent.flat().some((text) => text.includes('\uFFFD'))) throw badInput('notice.wallForm');
  const fields = new Map<string, string>();
  for (const [name, value] of sent) if (!fields.has(name)) fields.set(name, value);
  return fields;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // what is too much is read to its end and kept nowhere, so that the answer arrives
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAXIMUM_KILOBYTES * 1024) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > MAXIMUM_KILOBYTES * 1024) throw new BpmnError('notice.wallTooLarge', 413, { maximumKilobytes: MAXIMUM_KILOBYTES });
  return Buffer.concat(chunks);
}
