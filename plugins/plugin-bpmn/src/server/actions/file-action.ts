import type { HandlerType } from '@nocobase/resourcer';
import type { z } from 'zod';
import { DOCX_TYPE, type PrintedDocument } from '../documents';
import { attach, type FileContext } from './attach';
import { asHandler } from './context';
import { inputOf, parseInput, refusing, type Request } from './define';

/** An HTTP action that answers with a file, a Word file unless it says otherwise, or with its refusal. */
export function fileAction<Input>(
  schema: z.ZodType<Input, z.ZodTypeDef, unknown>,
  handle: (request: Request, input: Input) => Promise<PrintedDocument>,
): HandlerType {
  return asHandler(async (context, next) => {
    let file: PrintedDocument | undefined;
    await refusing(context, async (request) => {
      file = await handle(request, parseInput(schema, inputOf(context)));
    });
    if (file) attach(context as FileContext, { type: file.type ?? DOCX_TYPE, fileName: file.fileName, content: file.content });
    await next();
  });
}
