import type { ModdleElement } from '../parse';
import { adHocSubProcess } from './adHocSubProcess';
import { boundaryEvent } from './boundaryEvent';
import { callActivity } from './callActivity';
import { eventBasedGateway } from './eventBasedGateway';
import { eventSubProcess } from './eventSubProcess';
import { exclusiveGateway } from './exclusiveGateway';
import { inclusiveGateway } from './inclusiveGateway';
import { intermediateCatchEvent } from './intermediateCatchEvent';
import type { ElementKind } from './kind';
import { parallelGateway } from './parallelGateway';
import { plainTask } from './plainTask';
import { process } from './process';
import { receiveTask } from './receiveTask';
import { scriptTask } from './scriptTask';
import { sendTask } from './sendTask';
import { startEvent } from './startEvent';
import { subProcess } from './subProcess';
import { endEvent, intermediateThrowEvent } from './throwEvents';
import { workTask } from './workTask';

export type { ElementKind } from './kind';

/** In the order in which they are asked: the first that matches an element of the file takes it. */
const ALL: readonly ElementKind[] = [
  workTask,
  plainTask,
  scriptTask,
  sendTask,
  receiveTask,
  callActivity,
  process,
  eventSubProcess,
  subProcess,
  adHocSubProcess,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  eventBasedGateway,
  startEvent,
  intermediateCatchEvent,
  intermediateThrowEvent,
  endEvent,
  boundaryEvent,
];

export const kinds: ReadonlyMap<string, ElementKind> = new Map(ALL.map((kind) => [kind.name, kind]));

export function kindFor(source: ModdleElement): ElementKind | undefined {
  return ALL.find((kind) => kind.matches(source));
}
