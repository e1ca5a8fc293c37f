import type { HandlerType } from '@nocobase/resourcer';
import { z } from 'zod';
import {
  keepTest,
  keptTest,
  keptTestRows,
  publishTested,
  removeTest,
  renewTested,
  runTests,
  tryOut,
  tryOutDrawing,
  tryOutForm,
  tryOutOptions,
  tryOutPath,
  tryOutPlace,
  tryOutSetup,
} from '../try-out';
import { action } from './define';
import { reading } from './reading';

const id = z.string().min(1).max(100);
const One = z.object({ id });
const Tried = z.object({ id, path: tryOutPath });
const Form = Tried.extend({ place: tryOutPlace });
const Options = Form.extend({ field: z.string().max(200), search: z.string().max(200).optional() });
const Drawing = z.object({ id, versionId: id });
const Keep = Tried.extend({ name: z.string().max(100), test: id.optional() });
const OneTest = z.object({ id, test: id });
const Remove = OneTest.extend({ reason: z.string().max(2000).default('') });
const Publish = z.object({
  id,
  note: z.string().max(2000).optional(),
  despiteTests: z.string().max(2000).optional(),
  seen: z.string().max(2000).optional(),
});

/** Trying processes out, keeping what was tried, and publishing what stands the kept tests. For administrators, by their right on processes. */
export const tryOutActions: Record<string, HandlerType> = {
  'bpmnProcesses:tryOutSetup': action(One, (request, { id: key }) => reading(request, (reader) => tryOutSetup(reader, key))),
  'bpmnProcesses:tryOut': action(Tried, ({ engine, locale }, { id: key, path }) =>
    engine.read((tx) => tryOut(tx, key, path, locale)),
  ),
  'bpmnProcesses:tryOutForm': action(Form, ({ engine, locale }, { id: key, path, place: at }) =>
    engine.read((tx) => tryOutForm(tx, key, path, at, locale)),
  ),
  'bpmnProcesses:tryOutOptions': action(Options, ({ engine }, { id: key, path, ...query }) =>
    engine.read((tx) => tryOutOptions(tx, key, path, query)),
  ),
  'bpmnProcesses:tryOutDrawing': action(Drawing, (request, { versionId }) =>
    reading(request, (reader) => tryOutDrawing(reader, versionId)),
  ),
  'bpmnProcesses:keptTests': action(One, ({ engine }, { id: key }) => engine.read((tx) => keptTestRows(tx, key))),
  'bpmnProcesses:keptTest': action(OneTest, ({ engine }, { id: key, test }) => engine.read((tx) => keptTest(tx, key, test))),
  'bpmnProcesses:runTests': action(One, ({ engine, locale }, { id: key }) => engine.read((tx) => runTests(tx, key, locale))),
  'bpmnProcesses:keepTest': action(Keep, ({ engine, actor }, { id: key, ...test }) =>
    engine.write((tx) => keepTest(tx, actor, { key, ...test })),
  ),
  'bpmnProcesses:removeTest': action(Remove, ({ engine, actor }, { id: key, ...removal }) =>
    engine.write((tx) => removeTest(tx, actor, key, removal)),
  ),
  'bpmnProcesses:publish': action(Publish, ({ engine, actor, locale }, { id: key, ...publishing }) =>
    engine.write((tx) => publishTested(tx, actor, { key, locale, ...publishing })),
  ),
  'bpmnProcesses:renew': action(Publish, ({ engine, actor, locale }, { id: key, ...publishing }) =>
    engine.write((tx) => renewTested(tx, actor, { key, locale, ...publishing })),
  ),
};
