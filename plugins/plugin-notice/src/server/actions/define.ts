import type { HandlerType } from '@nocobase/resourcer';
import { action, type Request, type Tx } from '@wuxin/plugin-bpmn';
import type { z } from 'zod';
import { whoOf, type Who } from '../rights';

type Schema<Input> = z.ZodType<Input, z.ZodTypeDef, unknown>;

/** One command of whoever sends it. */
export const writing = <Input>(
  schema: Schema<Input>,
  command: (tx: Tx, who: Who, input: Input) => Promise<unknown>,
): HandlerType => action(schema, (request, input) => request.engine.write((tx) => command(tx, whoOf(request), input)));

export const reading = <Input>(
  schema: Schema<Input>,
  query: (tx: Tx, who: Who, input: Input, request: Request) => Promise<unknown>,
): HandlerType => action(schema, (request, input) => request.engine.read((tx) => query(tx, whoOf(request), input, request)));
