import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** What one request is answered with. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly content: string | Buffer;
}

/** Nothing of an answer is kept, nothing tells another page where somebody was. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export const json = (status: number, body: object): Answer => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  content: JSON.stringify(body),
});

export function send(response: ServerResponse, { status, headers, content }: Answer): void {
  if (response.destroyed) return; // whoever asked is gone
  response.writeHead(status, { ...HEADERS, ...headers });
  response.end(content);
}

export function headerOf({ headers }: IncomingMessage, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(',') : value) ?? '';
}

/**
 * Where a request comes from. The last entry is of the nearest proxy, which nobody else can write where there is one; where there is none, whoever
 * makes one up only gets a limit of their own.
 */
export const placeOf = (request: IncomingMessage): string =>
  headerOf(request, 'x-forwarded-for').split(',').at(-1)?.trim() || String(request.socket.remoteAddress);
