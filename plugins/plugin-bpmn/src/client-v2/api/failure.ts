import type { ApiError } from '../../common/api';

export type FailureKind = 'forbidden' | 'notFound' | 'conflict' | 'refused' | 'offline' | 'broken';

/** Why a request gave nothing: what a page decides on, and what it shows. */
export interface Failure {
  kind: FailureKind;
  /** Stable code of ours, or null when the answer had none. */
  code: string | null;
  /** In the reader's language, from the server; null when nothing came back that this reader can be expected to read. */
  message: string | null;
  data: Record<string, unknown>;
}

interface HttpError {
  response?: { status?: number; data?: { errors?: unknown } };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isHttpError(error: unknown): error is HttpError {
  return isObject(error) && (error.response === undefined || isObject(error.response));
}

function firstError(body: unknown): Partial<ApiError> {
  if (!isObject(body) || !Array.isArray(body.errors)) return {};
  const first: unknown = body.errors[0];
  return isObject(first) ? first : {};
}

function kindOf(status: number | undefined): FailureKind {
  if (status === undefined || status === 0) return 'offline';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 409) return 'conflict';
  return status >= 500 ? 'broken' : 'refused';
}

/** Ours are words with a dot between them; NocoBase and the database have codes of other shapes, or none. */
const OUR_CODE = /^[a-z]\w*(\.\w+)+$/i;

/**
 * What NocoBase itself refuses with is in the reader's language only where it is about what somebody entered: its "No
 * permissions" and its accidents are English for everybody.
 */
function isReadable(kind: FailureKind, code: string | null): boolean {
  return kind === 'refused' || (code !== null && OUR_CODE.test(code));
}

/** Reads what `api.request` throws. */
export function toFailure(error: unknown): Failure {
  const response = isHttpError(error) ? error.response : undefined;
  const first = firstError(response?.data);
  const kind = kindOf(response?.status);
  const code = typeof first.code === 'string' && first.code !== '' ? first.code : null;
  const message = typeof first.message === 'string' && first.message !== '' ? first.message : null;
  return { kind, code, message: isReadable(kind, code) ? message : null, data: isObject(first.data) ? first.data : {} };
}
