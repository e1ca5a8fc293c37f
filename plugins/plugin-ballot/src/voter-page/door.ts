import type { PublishedList, SlipLook } from '../common/api';
import type { Language } from './texts';

/** What the server refused, in the voter's language. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly receipt: string | undefined,
  ) {
    super(message);
  }
}

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly { readonly code: string; readonly message: string; readonly data?: { readonly receipt?: string } }[];
}

/** Speaks with the voter's door that the page came from; nothing is kept, nothing tells who asks. */
export class DoorClient {
  constructor(
    private readonly base: string,
    private readonly language: () => Language,
  ) {}

  look = (code: string) => this.ask('look', { code }) as Promise<SlipLook>; // as the contract says
  cast = (ballot: { motionId: string; code: string; sealed: string }) => this.ask('cast', ballot) as Promise<{ receipt: string }>;
  list = () => this.ask('list') as Promise<PublishedList>;

  /** @throws Refused; anything else is a network that is not there */
  private async ask(action: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.base}/${action}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'Content-Type': 'application/json', 'X-Locale': this.language() },
      body: body && JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const { data, errors } = (await answer.json()) as Answered; // the envelope of every answer
    const [error] = errors ?? [];
    if (error) throw new Refused(error.code, error.message, error.data?.receipt);
    return data;
  }
}
