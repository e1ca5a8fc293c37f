/** Every way in which something about a secret ballot is refused, with the facts that name the mistake; never a code, a share or a choice. */
export type BallotBoxErrorData = {
  /** A voting code with a typing error, or none at all. */
  readonly 'slip.codeUnreadable': Record<never, never>;
  /** A share of the key with a typing error; `number` counts from 1 in the order of entering. */
  readonly 'key.shareUnreadable': { readonly number: number };
  /** One share entered twice, or fewer than are needed. */
  readonly 'key.sharesTooFew': { readonly given: number; readonly needed: number };
  /** Shares of another meeting. */
  readonly 'key.sharesDoNotFit': Record<never, never>;
  readonly 'choice.tooLong': { readonly bytes: number; readonly maximum: number };
  /** What is stored as cast has one mark twice: somebody wrote behind the server's back. */
  readonly 'box.markTwice': { readonly mark: string };
};

export type BallotBoxErrorCode = keyof BallotBoxErrorData;

type Messages = { readonly [C in BallotBoxErrorCode]: (data: BallotBoxErrorData[C]) => string };

const ZH: Messages = {
  'slip.codeUnreadable': () => '表决码不正确，请对照纸条重新输入。',
  'key.shareUnreadable': ({ number }) => `第 ${number} 份开票密钥不正确，请对照纸面重新输入。`,
  'key.sharesTooFew': ({ given, needed }) => `开票需要 ${needed} 份不同的密钥，现有 ${given} 份。`,
  'key.sharesDoNotFit': () => '这些密钥不是本次会议的。',
  'choice.tooLong': ({ bytes, maximum }) => `表决内容 ${bytes} 字节，超过 ${maximum} 字节。`,
  'box.markTwice': () => '票箱中同一张纸条的票出现了两次，数据已被改动，不能开票。',
};

const EN: Messages = {
  'slip.codeUnreadable': () => 'The voting code is not right; compare it with the slip and enter it again.',
  'key.shareUnreadable': ({ number }) => `Share ${number} of the key is not right; compare it with the paper and enter it again.`,
  'key.sharesTooFew': ({ given, needed }) => `Opening needs ${needed} different shares of the key; there are ${given}.`,
  'key.sharesDoNotFit': () => 'These shares are not of this meeting.',
  'choice.tooLong': ({ bytes, maximum }) => `The choice has ${bytes} bytes, more than ${maximum}.`,
  'box.markTwice': () => 'The box holds two ballots of one slip: its data have been changed, and it cannot be opened.',
};

/**
 * A refusal about a secret ballot. `code` is stable, `data` holds numbers, `messages` says the same in both languages.
 *
 * @example if (error instanceof BallotBoxError && error.code === 'key.sharesDoNotFit') askAgain();
 */
export class BallotBoxError<C extends BallotBoxErrorCode = BallotBoxErrorCode> extends Error {
  override readonly name = 'BallotBoxError';
  readonly messages: Readonly<Record<'zh-CN' | 'en-US', string>>;

  constructor(
    readonly code: C,
    readonly data: BallotBoxErrorData[C],
    options?: { readonly cause?: unknown },
  ) {
    const messages = { 'zh-CN': ZH[code](data), 'en-US': EN[code](data) };
    super(`${code}: ${messages['en-US']}`, options);
    this.messages = messages;
  }
}
