import type { IncomingMessage } from 'node:http';
import { BpmnError, badInput } from '@wuxin/plugin-bpmn';

/** A code and a sealed choice are two of them. */
const MAXIMUM_KILOBYTES = 8;

/**
 * The JSON of a request, read here because whatever reads it otherwise stands behind the logs.
 *
 * @throws `ballot.requestTooLarge`; `ballot.requestInvalid` when it is no JSON
 */
export async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const text = (await bytesOf(request)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw badInput('ballot.requestInvalid');
  }
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
  if (size > MAXIMUM_KILOBYTES * 1024)
    throw new BpmnError('ballot.requestTooLarge', 413, { maximumKilobytes: MAXIMUM_KILOBYTES });
  return Buffer.concat(chunks);
}
