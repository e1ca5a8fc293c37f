import type { ApiError } from '../../common/api';

export type FailureKind = 'forbidden' | 'notFound' | 'conflict' | 'refused' | 'offline' | 'broken';

/** Why a request gave nothing: what a page decides on, and what it shows. */
export interface Failure {
  kind: FailureKind;
  /** Stable code of ours, or null when the answer had none. */
  code: string | null;
  /** In the reader's language, from the server; null when nothing readable came back. */
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

/** Reads what `api.request` throws. */
export function toFailure(error: unknown): Failure {
  const response = isHttpError(error) ? error.response : undefined;
  const { code, message, data } = firstError(response?.data);
  return {
    kind: kindOf(response?.status),
    code: typeof code === 'string' ? code : null,
    message: typeof message === 'string' && message !== '' ? message : null,
    data: isObject(data) ? data : {},
  };
}
