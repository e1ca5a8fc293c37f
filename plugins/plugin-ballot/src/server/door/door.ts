import { loadSodium, readCode, type Sodium } from '@wuxin/ballot-box';
import { BpmnError, badInput, notFound, type Engine } from '@wuxin/plugin-bpmn';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { castBallot } from '../box';
import { requireInUse } from '../slips';
import { jsonOf } from './body';
import { placeOf } from './exchange';
import { publishedList } from './list';
import { look } from './look';
import { WrongCodes } from './wrong-codes';

const text = z.string().min(1).max(200);
const lookBody = z.object({ code: text }).strict();
const castBody = z.object({ code: text, motionId: text, sealed: z.string().max(4_000) }).strict();

/** What voters do, and how often somebody has tried codes that there are none of. */
export class Door {
  private readonly wrongCodes = new WrongCodes();

  constructor(private readonly engineNow: () => Engine) {}

  private get engine(): Engine {
    return this.engineNow();
  }

  /** @throws `ballot.requestInvalid`, `ballot.requestTooLarge`, `ballot.tooManyTries`, and what each of them does */
  async carryOut(request: IncomingMessage, meetingId: string, asked: string): Promise<unknown> {
    switch (asked) {
      case 'GET list':
        return publishedList(this.engine, meetingId);
      case 'POST look': {
        const { code } = parsed(lookBody, await jsonOf(request));
        return this.withCode(request, { meetingId, typed: code }, (sodium, slip) => look(this.engine, sodium, slip));
      }
      case 'POST cast': {
        const { code, ...ballot } = parsed(castBody, await jsonOf(request));
        return this.withCode(request, { meetingId, typed: code }, (sodium, slip) =>
          this.engine.writeUnlogged((tx) =>
            castBallot(tx, sodium, { ...slip, ...ballot }, (inTx) => requireInUse(inTx, sodium, slip)),
          ),
        );
      }
      default:
        throw notFound('ballot.doorUnknown');
    }
  }

  /** A meeting that does not exist, a code that cannot be read and one that was never drawn are answered alike. */
  private async withCode<T>(
    request: IncomingMessage,
    { meetingId, typed }: { meetingId: string; typed: string },
    work: (sodium: Sodium, slip: { meetingId: string; code: string }) => Promise<T>,
  ): Promise<T> {
    const now = this.engine.clock.now();
    const place = `${meetingId} ${placeOf(request)}`;
    if (this.wrongCodes.isOver(place, now)) throw new BpmnError('ballot.tooManyTries', 429);
    const sodium = await loadSodium();
    const slip = { meetingId, code: readable(typed) };
    try {
      await requireInUse(this.engine, sodium, slip);
    } catch (error) {
      if (error instanceof BpmnError && error.code === 'ballot.codeUnknown') this.wrongCodes.count(place, now);
      throw error;
    }
    return work(sodium, slip);
  }
}

function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (!result.success) throw badInput('ballot.requestInvalid');
  return result.data;
}

/** A code that cannot be read is asked for all the same: how long an answer takes tells nothing. */
function readable(typed: string): string {
  try {
    return readCode(typed);
  } catch {
    return '';
  }
}
