import { z } from 'zod';
import type { Chance } from './chance';
import type { Host } from './hosts';
import { pause } from './wait';

const Answer = z.object({ data: z.unknown().optional(), errors: z.array(z.object({ code: z.string().optional() })).default([]) });
/** The code of a refusal for want of space. */
export const NO_SPACE = 'database.full';
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
  /** How often each code or, without one, status from 500 on was answered. */
  readonly serverErrors: Record<string, number> = {};

  constructor(
    private readonly hosts: readonly Host[],
    private readonly chance: Chance,
  ) {}

  async post(action: string, data: object): Promise<Outcome> {
    const end = Date.now() + RETRY_LIMIT_MS;
    for (let isAfterLoss = false; Date.now() < end; ) {
      const answer = await this.tryOnce(action, data);
      if (typeof answer === 'object') return { ...answer, isAfterLoss };
      if (answer === 'lost') {
        this.lostAnswers += 1;
        isAfterLoss = true;
      }
      await pause(100);
    }
    throw new Error(`nobody answered ${action}`);
  }

  private async tryOnce(
    action: string,
    data: object,
  ): Promise<Omit<Outcome, 'isAfterLoss'> | 'nobodyIsUp' | 'lost' | 'notSaved'> {
    const up = this.hosts.flatMap((host) => host.up ?? []);
    if (up.length === 0) return 'nobodyIsUp';
    const { url, token } = this.chance.pick(up);
    const headers = { 'Authorization': `Bearer ${token}`, 'X-Authenticator': 'basic', 'Content-Type': 'application/json' };
    try {
      const signal = AbortSignal.timeout(REQUEST_LIMIT_MS);
      const response = await fetch(`${url}/api/${action}`, { method: 'POST', headers, body: JSON.stringify(data), signal });
      if (response.status >= 500) return this.failureOf(response);
      const { data: given, errors } = Answer.parse(await response.json());
      return { status: response.status, code: errors[0]?.code, data: given };
    } catch {
      return 'lost';
    }
  }

  /** What NocoBase answers while it has lost its database or starts is no answer of ours; a full disk has saved nothing. */
  private async failureOf(response: Response): Promise<'lost' | 'notSaved'> {
    const { data } = Answer.safeParse(await response.json().catch(() => undefined));
    const code = data?.errors[0]?.code ?? String(response.status);
    this.serverErrors[code] = (this.serverErrors[code] ?? 0) + 1;
    return code === NO_SPACE ? 'notSaved' : 'lost';
  }
}
