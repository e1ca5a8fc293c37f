import type { HandlerType } from '@nocobase/resourcer';
import { BallotError } from '@wuxin/ballot-core';
import { action, BpmnError, type Request, type Tx } from '@wuxin/plugin-bpmn';
import type { z } from 'zod';
import { whoOf, type Who } from '../rights';

/** Of what counting refuses: the state of things is in the way, and the input may be right. */
const CONFLICTS = new Set<string>(['ballot.ruleUnconfirmed', 'ballot.ruleNotInForce']);

type Schema<Input> = z.ZodType<Input, z.ZodTypeDef, unknown>;

/** An action whose refusals of counting are answered as such. */
export function ballotAction<Input>(
  schema: Schema<Input>,
  handle: (request: Request, input: Input) => Promise<unknown>,
): HandlerType {
  return action(schema, async (request, input) => {
    try {
      return await handle(request, input);
    } catch (error) {
      if (!(error instanceof BallotError)) throw error;
      const { code, data, messages } = error as BallotError; // of whichever code
      throw new BpmnError(code, CONFLICTS.has(code) ? 409 : 400, { ...data }, { messages, cause: error });
    }
  });
}

/** One command of whoever sends it. */
export const writing = <Input>(
  schema: Schema<Input>,
  command: (tx: Tx, who: Who, input: Input) => Promise<unknown>,
): HandlerType => ballotAction(schema, (request, input) => request.engine.write((tx) => command(tx, whoOf(request), input)));

export const reading = <Input>(
  schema: Schema<Input>,
  query: (tx: Tx, who: Who, input: Input, request: Request) => Promise<unknown>,
): HandlerType =>
  ballotAction(schema, (request, input) => request.engine.read((tx) => query(tx, whoOf(request), input, request)));
