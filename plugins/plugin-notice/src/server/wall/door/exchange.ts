import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** What one request is answered with. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly content: string | Buffer;
}

const HEADERS = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, noarchive',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Of HEAD everything but the content. */
export function send(request: IncomingMessage, response: ServerResponse, { status, headers, content }: Answer): void {
  if (response.destroyed) return; // whoever asked is gone
  const length = status === 304 ? {} : { 'Content-Length': Buffer.byteLength(content) };
  response.writeHead(status, { ...HEADERS, ...length, ...headers });
  response.end(request.method === 'HEAD' || status === 304 ? undefined : content);
}

export function headerOf({ headers }: IncomingMessage, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(',') : value) ?? '';
}

/**
 * Where a request comes from. The last entry is of the nearest proxy, which nobody else can write where there is one; where there is none, whoever
 * makes one up only gets a limit of their own.
 */
export const sourceOf = (request: IncomingMessage): string =>
  headerOf(request, 'x-forwarded-for').split(',').at(-1)?.trim() || String(request.socket.remoteAddress);
