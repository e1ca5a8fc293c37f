import { spawnSync } from 'node:child_process';
import { ROOT, textOf } from './files';

describe('NOTICE', () => {
  it('names every package that lies inside the built plugins, with its licence', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/notice.cjs', '--check'], { cwd: ROOT, encoding: 'utf8' });

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('bundles nothing whose licence is stricter than ours', () => {
    const licences = [...textOf('NOTICE').matchAll(/^\S+ \(([^)]+)\)$/gm)].map((match) => match[1]);

    expect(licences.length).toBeGreaterThan(10);
    expect(new Set(licences)).toEqual(
      new Set(['Apache-2.0', 'MIT', 'ISC', '0BSD', 'MIT AND Zlib', 'MIT OR GPL-3.0-or-later', 'SEE LICENSE IN LICENSE']),
    );
  });

  it('has the terms of NocoBase and of bpmn.io', () => {
    expect(textOf('NOTICE')).toContain('no-code, zero-code, low-code or AI platform as SaaS or PaaS');
    expect(textOf('NOTICE')).toContain('the watermark must stay fully visible and not visually overlapped by other elements');
  });
});

describe('LICENSE', () => {
  it('is the Apache License 2.0, as every package.json says', () => {
    expect(textOf('LICENSE')).toContain('Apache License\n                           Version 2.0, January 2004');
    expect(textOf('LICENSE')).toContain('END OF TERMS AND CONDITIONS');
  });
});
