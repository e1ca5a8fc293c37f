/** What every error of this package has: a stable code for programs and facts for messages. */
export abstract class CodedError<Code extends string> extends Error {
  readonly code: Code;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: Code, data: Readonly<Record<string, unknown>> = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.name = new.target.name;
    this.code = code;
    this.data = data;
  }
}
