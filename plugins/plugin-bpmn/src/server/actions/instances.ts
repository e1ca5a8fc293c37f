import type { HandlerType } from '@nocobase/resourcer';
import {
  cancelInstance,
  correctParameters,
  deliverMessage,
  markCcRead,
  resumeInstance,
  sendCc,
  startByPerson,
  suspendInstance,
  throwSignal,
  withdrawLastStep,
} from '../commands';
import { caseParameters, hasUnreadCc, inbox, mustCopy, trackInstance } from '../queries';
import { action } from './define';
import * as Input from './inputs';
import { reading } from './reading';

export const instanceActions: Record<string, HandlerType> = {
  'bpmnInstances:start': action(Input.Start, ({ engine, actor, rowScope }, body) =>
    engine.write((tx) => startByPerson(tx, actor, body, { rowScope })),
  ),
  'bpmnInstances:track': action(Input.OneInstance, async (request, { id }) => {
    const { tracked, isUnread } = await reading(request, async (reader) => ({
      tracked: await trackInstance(reader, id),
      isUnread: await hasUnreadCc(reader, id),
    }));
    if (isUnread) await request.engine.write((tx) => markCcRead(tx, request.actor, id));
    return tracked;
  }),
  'bpmnInstances:mine': action(Input.Inbox, (request, query) =>
    reading(request, (reader) => inbox(reader, { ...query, tab: 'started' })),
  ),
  'bpmnInstances:cancel': action(Input.Reason, ({ engine, actor }, { id, reason }) =>
    engine.write((tx) => cancelInstance(tx, actor, id, reason)),
  ),
  'bpmnInstances:suspend': action(Input.Reason, ({ engine, actor }, { id, reason }) =>
    engine.write((tx) => suspendInstance(tx, actor, id, reason)),
  ),
  'bpmnInstances:resume': action(Input.Reason, ({ engine, actor }, { id, reason }) =>
    engine.write((tx) => resumeInstance(tx, actor, id, reason)),
  ),
  'bpmnInstances:parameters': action(Input.OneInstance, (request, { id }) =>
    reading(request, (reader) => caseParameters(reader, id)),
  ),
  'bpmnInstances:correctParameters': action(Input.CorrectParameters, ({ engine, actor }, { id, ...correction }) =>
    engine.write((tx) => correctParameters(tx, actor, id, correction)),
  ),
  'bpmnInstances:withdraw': action(Input.Reason, ({ engine, actor }, { id, reason }) =>
    engine.write((tx) => withdrawLastStep(tx, actor, id, reason)),
  ),
  'bpmnInstances:cc': action(Input.Cc, async (request, { id, ...body }) => {
    await reading(request, (reader) => mustCopy(reader, id));
    return request.engine.write((tx) => sendCc(tx, request.actor, id, body));
  }),
  'bpmnInstances:message': action(Input.MessageInput, ({ engine, actor }, message) =>
    engine.write((tx) => deliverMessage(tx, actor, message)),
  ),
  'bpmnInstances:signal': action(Input.SignalInput, ({ engine, actor }, signal) =>
    engine.write((tx) => throwSignal(tx, actor, signal)),
  ),
};
