import type { Localized } from '../measure';
import type { BallotErrorCode, BallotErrorData } from './codes';
import { messagesEnUs } from './messages.en-US';
import { messagesZhCn } from './messages.zh-CN';

/** The JSON form of a refusal. */
export type Refusal = { readonly code: BallotErrorCode; readonly message: Localized; readonly data: object };

/**
 * A rule, counts or a file that cannot be evaluated. `code` is stable, `data` names the fields and numbers,
 * `messages` says the same in both languages.
 *
 * @example if (error instanceof BallotError && error.code === 'ballot.ruleUnconfirmed') askForTheNumbers();
 */
export class BallotError<C extends BallotErrorCode = BallotErrorCode> extends Error {
  override readonly name = 'BallotError';
  readonly messages: Localized;

  constructor(
    readonly code: C,
    readonly data: BallotErrorData[C],
    options?: { readonly cause?: unknown },
  ) {
    const messages = { 'zh-CN': messagesZhCn[code](data), 'en-US': messagesEnUs[code](data) };
    super(`${code}: ${messages['en-US']}`, options);
    this.messages = messages;
  }

  toJSON(): Refusal {
    return { code: this.code, message: this.messages, data: this.data };
  }
}
