import type { HandlerType } from '@nocobase/resourcer';
import {
  addPersonToStep,
  claimTask,
  completeTask,
  delegateTask,
  markTaskRead,
  remind,
  removePersonFromStep,
  resumeClock,
  returnTask,
  saveDraft,
  stopClock,
  transferTask,
  unclaimTask,
} from '../commands';
import { inbox, mayRemindTask, openTaskPage, taskOptions } from '../queries';
import { removeFile, uploadFile } from './upload';
import { action } from './define';
import * as Input from './inputs';
import { reading } from './reading';

export const taskActions: Record<string, HandlerType> = {
  'bpmnTasks:inbox': action(Input.Inbox, (request, query) => reading(request, (reader) => inbox(reader, query))),
  'bpmnTasks:open': action(Input.OneTask, async (request, { id }) => {
    const opened = await reading(request, (reader) => openTaskPage(reader, id));
    if (opened.task.may.complete) await request.engine.write((tx) => markTaskRead(tx, opened.task));
    return opened;
  }),
  'bpmnTasks:saveDraft': action(Input.Draft, ({ engine, actor }, { id, ...body }) =>
    engine.write((tx) => saveDraft(tx, actor, id, body)),
  ),
  'bpmnTasks:complete': action(Input.Complete, ({ engine, actor }, { id, ...body }) =>
    engine.write((tx) => completeTask(tx, actor, id, body)),
  ),
  'bpmnTasks:claim': action(Input.OneTask, ({ engine, actor }, { id }) => engine.write((tx) => claimTask(tx, actor, id))),
  'bpmnTasks:unclaim': action(Input.OneTask, ({ engine, actor }, { id }) => engine.write((tx) => unclaimTask(tx, actor, id))),
  'bpmnTasks:transfer': action(Input.HandOver, ({ engine, actor }, { id, ...body }) =>
    engine.write((tx) => transferTask(tx, actor, id, body)),
  ),
  'bpmnTasks:delegate': action(Input.HandOver, ({ engine, actor }, { id, ...body }) =>
    engine.write((tx) => delegateTask(tx, actor, id, body)),
  ),
  'bpmnTasks:addPerson': action(Input.HandOver, ({ engine, actor }, { id, ...body }) =>
    engine.write((tx) => addPersonToStep(tx, actor, id, body)),
  ),
  'bpmnTasks:removePerson': action(Input.RemovePerson, ({ engine, actor }, { id, ...body }) =>
    engine.write((tx) => removePersonFromStep(tx, actor, id, body)),
  ),
  'bpmnTasks:stopClock': action(Input.StopClock, ({ engine, actor }, { id, ...body }) =>
    engine.write((tx) => stopClock(tx, actor, id, body)),
  ),
  'bpmnTasks:resumeClock': action(Input.OneTask, ({ engine, actor }, { id }) => engine.write((tx) => resumeClock(tx, actor, id))),
  'bpmnTasks:returnTo': action(Input.Return, ({ engine, actor }, { id, ...body }) =>
    engine.write((tx) => returnTask(tx, actor, id, body)),
  ),
  'bpmnTasks:remind': action(Input.Remind, async (request, { id, message }) => {
    const mayRemind = await reading(request, (reader) => mayRemindTask(reader, id));
    return request.engine.write((tx) => remind(tx, request.actor, id, { message, mayRemind }));
  }),
  'bpmnTasks:options': action(Input.Options, (request, { id, target, search }) =>
    reading(request, (reader) => taskOptions(reader, id, { field: target, search })),
  ),
  'bpmnTasks:upload': uploadFile,
  'bpmnTasks:removeFile': removeFile,
};
