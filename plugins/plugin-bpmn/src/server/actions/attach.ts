import type { ActionContext } from './context';

export type FileContext = ActionContext & { set(headers: Record<string, string>): void };

/** Answers with a file that is saved, never shown in the page or kept on the way. */
export function attach(
  context: FileContext,
  { type, fileName, content }: { readonly type: string; readonly fileName: string; readonly content: Uint8Array },
): void {
  const extension = fileName.slice(fileName.lastIndexOf('.'));
  context.set({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="document${extension}"; filename*=UTF-8''${encoded(fileName)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
  context.body = Buffer.from(content);
}

/** As RFC 5987 wants it: `encodeURIComponent` leaves some characters that would end the value. */
const encoded = (fileName: string): string =>
  encodeURIComponent(fileName).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
