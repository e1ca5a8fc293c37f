import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plugins, readJson, ROOT } from './files';

const root = readJson<{ dependencies: Record<string, string>; engines: { node: string } }>('package.json');

describe.each(plugins().map((plugin) => [plugin.folder, plugin] as const))('package.json of %s', (folder, { manifest }) => {
  it('has the name that NocoBase looks for', () => {
    expect(manifest.name).toBe(`@wuxin/${folder.slice('plugins/'.length)}`);
  });

  it.each(['displayName', 'displayName.zh-CN', 'description', 'description.zh-CN'])('says its %s', (key) => {
    expect(manifest[key]).toEqual(expect.stringMatching(/\S/));
  });

  it('has the entry files that NocoBase loads', () => {
    expect(manifest.main).toBe('dist/server/index.js');
    expect(['server.js', 'client.js', 'client-v2.js'].filter((file) => !existsSync(join(ROOT, folder, file)))).toEqual([]);
  });

  it('brings nothing that has to be installed beside it: what it needs is bundled or NocoBase’s', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.peerDependencies).toMatchObject({ '@nocobase/server': '2.x' });
  });
});

describe('package.json of the repository', () => {
  it('pins NocoBase, and the same version of all its parts', () => {
    const versions = Object.entries(root.dependencies).filter(([name]) => name.startsWith('@nocobase/'));

    expect(new Set(versions.map(([, version]) => version))).toEqual(new Set(['2.2.15']));
  });

  it('asks for Node 20 or newer', () => {
    expect(root.engines.node).toBe('>=20');
  });
});
