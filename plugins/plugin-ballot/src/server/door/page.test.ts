import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SecretVotes } from '../__fixtures__/secret-vote';

const ROOT = resolve(__dirname, '../../../../..');

describe('the voting page', () => {
  let votes: SecretVotes;
  let html: string;
  let headers: Headers;
  let close: () => void;

  beforeAll(async () => {
    const out = mkdtempSync(join(tmpdir(), 'wuxin-voter-page-'));
    // esbuild wants a Node of its own: jest's TextEncoder is of another realm
    const script = `require('./scripts/build/page.cjs').buildPage('plugins/plugin-ballot', ${JSON.stringify(out)}, { page: 'src/voter-page' })`;
    execFileSync(process.execPath, ['-e', script], { cwd: ROOT });
    process.env.WUXIN_VOTER_PAGE = join(out, 'voter-page/index.html');
    votes = await SecretVotes.start();
    const server = votes.test.app.listen(0) as { address(): { port: number }; close(): void }; // Node's own
    close = () => server.close();
    const answer = await fetch(`http://127.0.0.1:${server.address().port}/api/ballot-box/whichever`);
    [html, headers] = [await answer.text(), answer.headers];
  });
  afterAll(async () => {
    close?.();
    delete process.env.WUXIN_VOTER_PAGE;
    await votes?.test.stop();
  });

  const policy = () => headers.get('content-security-policy') ?? '';

  it('is one file that loads nothing', () => {
    expect(html).not.toMatch(/<(link|img|iframe|script [^>]*src|form)\b/);
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(policy()).toContain("default-src 'none'");
    expect(policy()).toContain("connect-src 'self'");
    expect(policy()).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  });

  it('runs its own script and style, known by their digests, and no other', () => {
    const digests = [...html.matchAll(/<(script|style)>(.*?)<\/\1>/gs)].map(([, , content = '']) =>
      createHash('sha256').update(content).digest('base64'),
    );

    expect(digests).toHaveLength(2);
    for (const digest of digests) expect(policy()).toContain(`'sha256-${digest}'`);
  });

  it('is kept by nobody, tells no other page of itself, and stands in no frame', () => {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-request-id')).toBeNull();
  });

  it('stores nothing on the phone, and knows nothing of NocoBase', () => {
    expect(html).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|serviceWorker|nocobase/i);
  });

  it('goes compressed over a slow network', () => {
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(Buffer.byteLength(html)).toBeLessThan(600_000);
  });
});
