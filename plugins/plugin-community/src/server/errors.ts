/** A text in both languages, when the error was told by something that speaks them itself. */
export interface BothLanguages {
  readonly 'zh-CN': string;
  readonly 'en-US': string;
}

interface Details {
  readonly cause?: unknown;
  readonly messages?: BothLanguages;
}

/**
 * A refusal of ours: nothing was changed. `code` is stable and has a text in both languages (`errors.<code>` in
 * src/locale) unless `messages` says it; `status` is the HTTP status it is answered with.
 */
export class CommunityError extends Error {
  readonly messages?: BothLanguages;

  constructor(
    readonly code: string,
    readonly status: number,
    readonly data: Readonly<Record<string, unknown>> = {},
    { cause, messages }: Details = {},
  ) {
    super(`${code} ${JSON.stringify(data)}`, { cause });
    this.name = 'CommunityError';
    this.messages = messages;
  }
}
