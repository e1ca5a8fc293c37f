import type { HandlerType } from '@nocobase/resourcer';
import { readFile } from 'node:fs/promises';
import { replaceTemplate } from '../commands';
import { DOCX_TYPE, documentsOf, type PrintedDocument, printDocument } from '../documents';
import { placeholderViews, readCase, templateFile } from '../queries';
import { badInput } from '../runtime/errors';
import { asHandler, type ActionContext } from './context';
import { action, inputOf, parseInput, refusing, type Request } from './define';
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
  'bpmnProcesses:replaceTemplate': asHandler(async (context, next) => {
    await refusing(context, (request) => receiveTemplate(context, request));
    await next();
  }),
};

type FileContext = ActionContext & { set(headers: Record<string, string>): void };

/** Answers with a Word file that is saved, never shown in the page or kept on the way. */
function fileAction<Input>(
  schema: Parameters<typeof parseInput<Input>>[0],
  handle: (request: Request, input: Input) => Promise<PrintedDocument>,
): HandlerType {
  return asHandler(async (context, next) => {
    let file: PrintedDocument | undefined;
    await refusing(context, async (request) => {
      file = await handle(request, parseInput(schema, inputOf(context)));
    });
    if (file) {
      (context as FileContext).set({
        'Content-Type': DOCX_TYPE,
        'Content-Disposition': `attachment; filename="document.docx"; filename*=UTF-8''${encoded(file.fileName)}`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      });
      context.body = file.content;
    }
    await next();
  });
}

/** As RFC 5987 wants it: `encodeURIComponent` leaves some characters that would end the value. */
const encoded = (fileName: string): string =>
  encodeURIComponent(fileName).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

async function receiveTemplate(context: ActionContext, { engine, actor, locale }: Request) {
  const { id, template: key } = parseInput(Input.OneTemplate, inputOf(context));
  const received = await receiveFile(context);
  try {
    if (!received.path.endsWith('.docx')) throw badInput('template.notDocx');
    const file = await readFile(received.path);
    return await engine.write((tx) => replaceTemplate(tx, actor, id, { key, file, locale }));
  } finally {
    await received.discard();
  }
}
