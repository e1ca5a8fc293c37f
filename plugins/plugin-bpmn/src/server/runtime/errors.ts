/** Facts that a message names and a client may show. */
export type ErrorData = Readonly<Record<string, unknown>>;

/**
 * A refusal of ours: nothing was changed. `code` is stable and has a text in both languages (`errors.<code>` in
 * src/locale); `status` is the HTTP status it is answered with.
 */
export class BpmnError extends Error {
  /** Said by whatever refused it in both languages, when no text of ours is under `errors.<code>`. */
  readonly messages?: Readonly<Record<'zh-CN' | 'en-US', string>>;
  /** Not enumerable: it may name people, and whatever prints an error prints its enumerable properties. */
  declare readonly data: ErrorData;

  constructor(
    readonly code: string,
    readonly status: number,
    data: ErrorData = {},
    { messages, ...options }: { cause?: unknown; messages?: Readonly<Record<'zh-CN' | 'en-US', string>> } = {},
  ) {
    super(code, options);
    this.name = 'BpmnError';
    Object.defineProperty(this, 'messages', { value: messages, enumerable: false });
    Object.defineProperty(this, 'data', { value: data, enumerable: false });
  }
}

/** The input itself is wrong. */
export const badInput = (code: string, data?: ErrorData, cause?: unknown) => new BpmnError(code, 400, data, { cause });
/** This person may not. */
export const forbidden = (code: string, data?: ErrorData) => new BpmnError(code, 403, data);
/** There is no such thing, or none that this person may know of. */
export const notFound = (code: string, data?: ErrorData) => new BpmnError(code, 404, data);
/** Somebody was faster, or the state does not allow it. */
export const conflict = (code: string, data?: ErrorData) => new BpmnError(code, 409, data);
