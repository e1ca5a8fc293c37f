import { isObject, withoutExtras, type LogEntry } from './log-entry';
import type { IsPrivate } from './resources';
import { isCode } from './safe-error';

/**
 * What NocoBase's request log keeps of a request to a resource of ours: who, which action, on which row, how it ended.
 * Query, body and error texts go. Other requests are logged as ever, but for addresses of ours in their referer.
 */
export function redactRequest(entry: LogEntry, isPrivate: IsPrivate): LogEntry {
  const address = addressOf(entry.path, isPrivate);
  const referred = { ...entry, ...(isObject(entry.req) ? { req: withoutQueries(entry.req) } : {}) };
  if (address === undefined) return referred;
  const { res, action } = entry;
  return withoutExtras({
    ...referred,
    message: `${res === undefined ? `request ${String(entry.method)}` : 'response'} ${address}`,
    path: address,
    ...(isObject(action) ? { action: redactAction(action) } : {}),
    ...(res === undefined ? {} : { res: redactAnswer(res) }),
  });
}

/** The address down to the action; what follows names a row or is a query. `collections/covenants/fields` is about no row. */
function addressOf(path: unknown, isPrivate: IsPrivate): string | undefined {
  if (typeof path !== 'string') return undefined;
  const [pathname = ''] = path.split(/[?#]/);
  const segments = pathname.split('/');
  const index = segments.findIndex((segment, at) => segments[at - 1] !== 'collections' && isPrivate(segment.split(':')[0]));
  return index < 0 ? undefined : [...segments.slice(0, index), actionIn(segments[index] ?? '')].join('/');
}

const actionIn = (segment: string) => /^[\w.]+(:\w+)?/.exec(segment)?.[0] ?? '';

function redactAction({ actionName, resourceName, params }: Readonly<Record<string, unknown>>) {
  const row = isObject(params) ? params.filterByTk : undefined;
  return { actionName, resourceName, ...(isRowKey(row) ? { params: { filterByTk: row } } : {}) };
}

/** Ids and keys of rows; anything else that somebody sends as one is not logged. */
const isRowKey = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && /^\d{1,20}(:\w{1,20})*$/.test(value));

/** Refusals by their codes: their texts name people and cases. */
function redactAnswer(res: unknown): unknown {
  if (Array.isArray(res)) return res.map((error: unknown) => (isObject(error) && isCode(error.code) ? { code: error.code } : {}));
  return isObject(res) && res.status !== undefined ? { status: res.status } : {};
}

function withoutQueries(req: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { header } = req;
  if (!isObject(header) || typeof header.referer !== 'string') return req;
  return { ...req, header: { ...header, referer: header.referer.split(/[?#]/)[0] } };
}
