import { z } from 'zod';
import type { Chance } from './chance';
import type { Host } from './hosts';
import { pause } from './wait';

const Answer = z.object({ data: z.unknown().optional(), errors: z.array(z.object({ code: z.string().optional() })).default([]) });
const REQUEST_LIMIT_MS = 20_000;
const RETRY_LIMIT_MS = 300_000;

export interface Outcome {
  readonly status: number;
  readonly code: string | undefined;
  readonly data: unknown;
  /** An earlier try may have been carried out though its answer was lost. */
  readonly isAfterLoss: boolean;
}

/** Asks any host that is up, again and again until one answers with what is not its own failure. */
export class Client {
  lostAnswers = 0;

  constructor(
    private readonly hosts: readonly Host[],
    private readonly chance: Chance,
  ) {}

  async post(action: string, data: object): Promise<Outcome> {
    const end = Date.now() + RETRY_LIMIT_MS;
    for (let isAfterLoss = false; Date.now() < end; ) {
      const answer = await this.tryOnce(action, data);
      if (answer !== 'nobodyIsUp' && answer !== 'lost') return { ...answer, isAfterLoss };
      if (answer === 'lost') {
        this.lostAnswers += 1;
        isAfterLoss = true;
      }
      await pause(100);
    }
    throw new Error(`nobody answered ${action}`);
  }

  private async tryOnce(action: string, data: object): Promise<Omit<Outcome, 'isAfterLoss'> | 'nobodyIsUp' | 'lost'> {
    const up = this.hosts.flatMap((host) => host.up ?? []);
    if (up.length === 0) return 'nobodyIsUp';
    const { url, token } = this.chance.pick(up);
    const headers = { 'Authorization': `Bearer ${token}`, 'X-Authenticator': 'basic', 'Content-Type': 'application/json' };
    try {
      const signal = AbortSignal.timeout(REQUEST_LIMIT_MS);
      const response = await fetch(`${url}/api/${action}`, { method: 'POST', headers, body: JSON.stringify(data), signal });
      // what NocoBase answers while it has lost its database or starts is no answer of ours
      if (response.status >= 500) return 'lost';
      const { data: given, errors } = Answer.parse(await response.json());
      return { status: response.status, code: errors[0]?.code, data: given };
    } catch {
      return 'lost';
    }
  }
}
