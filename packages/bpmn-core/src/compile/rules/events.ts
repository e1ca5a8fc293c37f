import { elementsOf, findElement, type Element, type EventDefinitionKind } from '../../graph';
import type { Checker } from '../check';
import { linkNames } from '../reachability';

/** Which definitions an event may have where it stands. */
export function allowedDefinitions(
  element: Element,
  check: Checker,
  allowed: readonly EventDefinitionKind[],
  options: { mayBeNone?: boolean } = {},
): void {
  const definitions = element.event?.definitions ?? [];
  if (definitions.length === 0 && !options.mayBeNone) check.error('eventDefinitionMissing', element);
  for (const { kind } of definitions) {
    if (!allowed.includes(kind)) check.error('eventDefinitionUnsupported', element, { definition: kind });
  }
}

const PROCESS_STARTS: readonly EventDefinitionKind[] = ['timer', 'message', 'signal', 'condition'];
const EVENT_SUB_PROCESS_STARTS: readonly EventDefinitionKind[] = [...PROCESS_STARTS, 'error', 'escalation', 'compensation'];

export function startDefinitions(element: Element, check: Checker): void {
  const scope = check.scopeOf(element);
  const hasDefinitions = (element.event?.definitions.length ?? 0) > 0;
  if (scope?.kind === 'eventSubProcess') {
    allowedDefinitions(element, check, EVENT_SUB_PROCESS_STARTS);
    const mustInterrupt = element.event?.definitions.some(({ kind }) => kind === 'error');
    if (mustInterrupt && !element.event?.isInterrupting) check.error('boundaryMustInterrupt', element);
  } else if (scope?.kind === 'process') {
    // A process waits for its start outside of any instance, where no variables are.
    allowedDefinitions(element, check, ['timer', 'message', 'signal'], { mayBeNone: true });
    if (element.event?.isParallelMultiple) check.error('eventDefinitionUnsupported', element, { definition: 'parallelMultiple' });
  } else if (hasDefinitions) check.error('startNotPlain', element);
}

export function hasStartEvents(scope: Element, check: Checker): boolean {
  return check.startEventsOf(scope).length > 0;
}

export function linkTarget(element: Element, check: Checker): void {
  for (const name of linkNames(element)) {
    const targets = check
      .siblingsOf(element)
      .filter((other) => other.kind === 'intermediateCatchEvent' && linkNames(other).includes(name));
    if (targets.length === 0) check.error('linkTargetMissing', element, { link: name });
    if (targets.length > 1) check.error('linkTargetAmbiguous', element, { link: name });
    if (element.outgoing.length > 0) check.error('endHasOutgoing', element);
  }
}

export function cancelInTransaction(element: Element, check: Checker): void {
  if (!has(element, 'cancel')) return;
  const scope = check.scopeOf(element);
  if (scope?.type !== 'bpmn:Transaction') return check.error('cancelOutsideTransaction', element);
  const boundaries = elementsOf(check.graph, scope.activity?.boundaryIds ?? []);
  if (!boundaries.some((boundary) => has(boundary, 'cancel'))) check.error('cancelNotCaught', element);
}

export function boundaryPlace(element: Element, check: Checker): void {
  const host = findElement(check.graph, element.event?.attachedToId ?? '');
  if (!host?.activity || host.scopeId !== element.scopeId) return check.error('boundaryDetached', element);
  if (element.incoming.length > 0) check.error('boundaryHasIncoming', element);
  if (host.activity.isForCompensation) check.error('boundaryOnHandler', element);
  if (has(element, 'compensation')) {
    if (host.activity.compensationHandlerId === null) check.error('compensationHandlerMissing', element);
    return;
  }
  if (element.outgoing.length === 0) check.warning('boundaryWithoutFlow', element);
  if (has(element, 'cancel') && host.type !== 'bpmn:Transaction') check.error('cancelOutsideTransaction', element);
  if ((has(element, 'error') || has(element, 'cancel')) && !element.event?.isInterrupting)
    check.error('boundaryMustInterrupt', element);
}

function has(element: Element, wanted: EventDefinitionKind): boolean {
  return element.event?.definitions.some(({ kind }) => kind === wanted) ?? false;
}
