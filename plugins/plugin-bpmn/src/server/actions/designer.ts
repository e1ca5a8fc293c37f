import type { HandlerType } from '@nocobase/resourcer';
import { compareVersions } from '../comparison';
import {
  addRecordField,
  checkBeforePublish,
  copyTaskForm,
  drawProcess,
  importDrawing,
  previewTaskForm,
  saveProcessDraft,
} from '../commands';
import { askForPublishing, publishingState } from '../publish-requests';
import { designOptions, draftProblems, processDraft } from '../queries';
import { action } from './define';
import * as Input from './inputs';
import { reading } from './reading';

/** Drawing processes in the browser: for who has the right to design. */
export const designerActions: Record<string, HandlerType> = {
  'bpmnProcesses:draft': action(Input.OneProcess, (request, { id }) => reading(request, (reader) => processDraft(reader, id))),
  'bpmnProcesses:draftProblems': action(Input.OneProcess, (request, { id }) =>
    reading(request, (reader) => draftProblems(reader, id)),
  ),
  'bpmnProcesses:saveDraft': action(Input.SaveProcessDraft, ({ engine, actor, locale }, { id: key, ...draft }) =>
    engine.write((tx) => saveProcessDraft(tx, actor, { key, ...draft, locale })),
  ),
  'bpmnProcesses:compare': action(Input.CompareVersions, ({ engine, locale }, { id: key, from, to }) =>
    engine.read((tx) => compareVersions(tx, { key, from, to }, locale)),
  ),
  'bpmnProcesses:draw': action(Input.DrawProcess, ({ engine, actor, locale }, drawn) =>
    engine.write((tx) => drawProcess(tx, actor, { ...drawn, locale })),
  ),
  'bpmnProcesses:check': action(Input.OneProcess, (request, { id }) =>
    reading(request, ({ tx, actor, locale }) => checkBeforePublish(tx, actor, id, locale)),
  ),
  'bpmnProcesses:publishing': action(Input.OneProcess, ({ engine, actor }, { id }) =>
    engine.read((tx) => publishingState(tx, actor, id)),
  ),
  'bpmnProcesses:askForPublishing': action(Input.AskForPublishing, ({ engine, actor }, { id: key, note }) =>
    engine.write((tx) => askForPublishing(tx, actor, { key, note })),
  ),
  'bpmnProcesses:importDrawing': action(Input.ImportDrawing, ({ engine, actor, locale }, { xml }) =>
    engine.write((tx) => importDrawing(tx, actor, { xml, locale })),
  ),
  'bpmnProcesses:copyForm': action(Input.CopyForm, ({ engine, actor }, { id: key, ...copied }) =>
    engine.write((tx) => copyTaskForm(tx, actor, { key, ...copied })),
  ),
  'bpmnProcesses:addField': action(Input.AddField, ({ engine, actor }, { id: key, ...field }) =>
    engine.write((tx) => addRecordField(tx, actor, { key, ...field })),
  ),
  'bpmnProcesses:previewForm': action(Input.PreviewForm, (request, { id: key, elementId }) =>
    reading(request, ({ tx, locale }) => previewTaskForm(tx, { key, elementId, locale })),
  ),
  'bpmnProcesses:designOptions': action(Input.OneProcess, (request, { id }) =>
    reading(request, (reader) => designOptions(reader, id)),
  ),
};
