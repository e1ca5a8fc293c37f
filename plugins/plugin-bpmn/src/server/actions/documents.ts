import type { HandlerType } from '@nocobase/resourcer';
import { readFile } from 'node:fs/promises';
import type { TemplateSaved } from '../../common/api';
import { addTemplate, removeTemplate, replaceTemplate } from '../commands';
import { documentsOf, printDocument } from '../documents';
import { placeholderViews, readCase, templateFile } from '../queries';
import { badInput } from '../runtime/errors';
import { asHandler } from './context';
import { action, inputOf, parseInput, refusing, type Request } from './define';
import { fileAction } from './file-action';
import * as Input from './inputs';
import { reading } from './reading';
import { receiveFile } from './receive-file';

export const documentActions: Record<string, HandlerType> = {
  'bpmnInstances:documents': action(Input.OneInstance, (request, { id }) =>
    reading(request, async (reader) => documentsOf(reader.tx, await readCase(reader, id), request.locale)),
  ),
  'bpmnInstances:document': fileAction(Input.OneDocument, (request, { id, document: key }) =>
    reading(request, async (reader) => printDocument(reader.tx, await readCase(reader, id), { key, locale: request.locale })),
  ),
  'bpmnProcesses:placeholders': action(Input.OneProcess, (request, { id }) =>
    reading(request, (reader) => placeholderViews(reader, id)),
  ),
  'bpmnProcesses:template': fileAction(Input.OneTemplate, (request, { id, template }) =>
    reading(request, (reader) => templateFile(reader, { processKey: id, key: template })),
  ),
  'bpmnProcesses:replaceTemplate': receivingTemplate(
    Input.OneTemplate,
    ({ engine, actor, locale }, { id, template: key }, file) =>
      engine.write((tx) => replaceTemplate(tx, actor, id, { key, file, locale })),
  ),
  'bpmnProcesses:addTemplate': receivingTemplate(Input.AddTemplate, ({ engine, actor, locale }, { id, ...given }, file) =>
    engine.write((tx) => addTemplate(tx, actor, id, { ...given, file, locale })),
  ),
  'bpmnProcesses:removeTemplate': action(Input.OneTemplate, ({ engine, actor }, { id, template }) =>
    engine.write((tx) => removeTemplate(tx, actor, id, template)),
  ),
};

/** Takes a Word file from outside; it is kept for as long as the command reads it. */
function receivingTemplate<Input>(
  schema: Parameters<typeof parseInput<Input>>[0],
  keep: (request: Request, input: Input, file: Uint8Array) => Promise<TemplateSaved>,
): HandlerType {
  return asHandler(async (context, next) => {
    await refusing(context, async (request) => {
      const input = parseInput(schema, inputOf(context));
      const received = await receiveFile(context);
      try {
        if (!received.path.endsWith('.docx')) throw badInput('template.notDocx');
        return await keep(request, input, await readFile(received.path));
      } finally {
        await received.discard();
      }
    });
    await next();
  });
}
