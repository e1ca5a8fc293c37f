import { BpmnError } from '@wuxin/plugin-bpmn';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Answer } from './exchange';

/** Built beside the server: see scripts/build/page.cjs. */
const BUILT = join(__dirname, '../voter-page/index.html');

interface Page {
  readonly html: Buffer;
  readonly compressed: Buffer;
  readonly policy: string;
}

let known: Page | undefined;

/** The voting page: one file, which loads nothing and stores nothing. */
export function votingPage(acceptedEncodings: string): Answer {
  known ??= readPage(process.env.WUXIN_VOTER_PAGE ?? BUILT);
  const isCompressed = /\bgzip\b/.test(acceptedEncodings);
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': known.policy,
      'X-Frame-Options': 'DENY',
      ...(isCompressed ? { 'Content-Encoding': 'gzip' } : {}),
    },
    content: isCompressed ? known.compressed : known.html,
  };
}

function readPage(file: string): Page {
  try {
    const html = readFileSync(file);
    return { html, compressed: gzipSync(html), policy: policyOf(html.toString('utf8')) };
  } catch (cause) {
    throw new BpmnError('ballot.pageMissing', 503, {}, { cause });
  }
}

/** Only the page's own script and style, known by their hashes, run in it; it speaks with this server alone. */
export function policyOf(html: string): string {
  const hashes = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(
      ([, content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`,
    );
  return [
    "default-src 'none'",
    // libsodium is compiled code
    ["script-src 'wasm-unsafe-eval'", ...hashes('script')].join(' '),
    ['style-src', ...hashes('style')].join(' '),
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
