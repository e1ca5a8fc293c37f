import multer from '@koa/multer';
import type { HandlerType } from '@nocobase/resourcer';
import type { z } from 'zod';
import { badInput } from '../runtime/errors';
import { asHandler, type ActionContext } from './context';
import { inputOf, parseInput, refusing, type Request } from './define';

/** What somebody sent in the multipart field `file`; nothing of it is trusted yet, nor kept anywhere. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * An HTTP action that takes one file, held in memory and never on the disk.
 *
 * @throws bad input `file.tooLarge`, `file.missing`
 */
export function uploadAction<Input>(
  { schema, maxBytes }: { readonly schema: z.ZodType<Input, z.ZodTypeDef, unknown>; readonly maxBytes: number },
  handle: (request: Request, input: Input, file: SentFile) => Promise<unknown>,
): HandlerType {
  return asHandler(async (context, next) => {
    await refusing(context, async (request) => {
      const input = parseInput(schema, inputOf(context));
      return handle(request, input, await sentFile(context, maxBytes));
    });
    await next();
  });
}

async function sentFile(context: ActionContext, maxBytes: number): Promise<SentFile> {
  const limits = { fileSize: maxBytes, files: 1, fields: 5 };
  // a path in a name is refused by whoever keeps it, and not cut off here
  const upload = multer({ limits, preservePath: true }).single('file');
  try {
    await upload(context as never, async () => undefined); // NocoBase's context is a Koa context
  } catch (cause) {
    const isTooLarge = (cause as { code?: unknown }).code === 'LIMIT_FILE_SIZE';
    throw badInput(isTooLarge ? 'file.tooLarge' : 'file.missing', { maximumMegabytes: maxBytes / 1024 / 1024 }, cause);
  }
  const { file } = context as unknown as { file?: { buffer: Buffer; originalname: string } };
  if (!file) throw badInput('file.missing');
  // browsers send UTF-8 names, multipart parsers read them as latin1
  return { name: Buffer.from(file.originalname, 'latin1').toString('utf8'), bytes: file.buffer };
}
