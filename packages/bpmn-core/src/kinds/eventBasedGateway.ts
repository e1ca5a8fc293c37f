import { elementsOf, flowsOf } from '../graph';
import { subscribeTo, subscribeToMessage } from '../interpret/subscribe';
import { entered } from '../interpret/tokens';
import { flagOf } from '../parse';
import { noConditions } from '../compile/rules';
import type { ElementKind } from './kind';
import { hasType } from './shared';

/** Waits for all its events at once; the first that happens takes the token (BPMN 2.0 §13.4.4). */
export const eventBasedGateway: ElementKind = {
  name: 'eventBasedGateway',
  matches: (source) =>
    hasType('bpmn:EventBasedGateway')(source) && !flagOf(source, 'instantiate') && source.get('eventGatewayType') !== 'Parallel',
  read: () => ({}),
  check(element, check) {
    noConditions(element, check);
    if (element.outgoing.length < 2) check.error('eventGatewayTooFewEvents', element);
    for (const target of check.targetsOf(element)) {
      const isPlainReceive = target.kind === 'receiveTask' && !target.activity?.loop && target.activity?.boundaryIds.length === 0;
      const isEvent = target.kind === 'intermediateCatchEvent' || isPlainReceive;
      if (!isEvent || target.incoming.length !== 1)
        check.error('eventGatewayTarget', element, { target: target.name ?? target.id });
    }
  },
  enter(run, token, element) {
    entered(run, token);
    const waiting = { ...token, kind: 'event' as const };
    run.tokens.update(waiting);
    const targetIds = flowsOf(run.graph, element.outgoing).map((flow) => flow.targetId);
    for (const target of elementsOf(run.graph, targetIds)) {
      if (target.task?.message) subscribeToMessage(run, waiting, target, target.task.message);
      else subscribeTo(run, waiting, target);
    }
  },
};
