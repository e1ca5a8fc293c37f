import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWall } from '..';

let root: string;
let path: string;

beforeEach(async () => {
  root = await files.mkdtemp(join(tmpdir(), 'wall-'));
  path = join(root, 'wall');
  await files.mkdir(path);
});
afterEach(() => files.rm(root, { recursive: true }));

const write = (name: string, content = 'new') => writeWall({ files, path }, { written: [{ path: name, content }], removed: [] });
const remove = (name: string) => writeWall({ files, path }, { written: [], removed: [name] });
const read = (name: string) => files.readFile(join(path, name), 'utf8');

describe('writing a wall', () => {
  it('makes the folders, replaces what is there and leaves nothing beside it', async () => {
    await write('n/Ab/x.html', 'old');

    await write('n/Ab/x.html');

    expect(await read('n/Ab/x.html')).toBe('new');
    expect(await files.readdir(join(path, 'n/Ab'))).toEqual(['x.html']);
  });

  it('keeps the old file when the new one cannot be written whole', async () => {
    await write('index.html', 'old');
    const full = { ...files, writeFile: () => Promise.reject(new Error('no space')) };

    const work = writeWall({ files: full, path }, { written: [{ path: 'index.html', content: 'new' }], removed: [] });

    await expect(work).rejects.toThrow('no space');
    expect(await read('index.html')).toBe('old');
  });

  it('goes on where an earlier writer died in the middle of a file', async () => {
    await files.writeFile(join(path, 'index.html.part'), 'hal');

    await write('index.html');

    expect(await read('index.html')).toBe('new');
    expect(await files.readdir(path)).toEqual(['index.html']);
  });

  it.each([
    '../x.html',
    '/etc/x.html',
    'a/../../x.html',
    'a//x.html',
    './x.html',
    'x.php',
    'a\\..\\x.html',
    'x.html\u0000',
    '.htaccess',
    'C:x.html',
    'a/b/c/d/e/x.html',
  ])('refuses %j and writes nothing of the same changes', async (bad) => {
    const work = writeWall({ files, path }, { written: [{ path: 'index.html', content: 'x' }], removed: [bad] });

    await expect(work).rejects.toMatchObject({ code: 'wall.pathUnsafe' });
    expect(await files.readdir(path)).toEqual([]);
  });

  it('does not follow a link to a folder', async () => {
    await files.mkdir(join(root, 'elsewhere'));
    await files.writeFile(join(root, 'elsewhere/x.html'), 'mine');
    await files.symlink(join(root, 'elsewhere'), join(path, 'n'));

    await expect(write('n/x.html')).rejects.toMatchObject({ code: 'wall.notAFolder' });
    await expect(remove('n/x.html')).rejects.toMatchObject({ code: 'wall.notAFolder' });
    expect(await files.readFile(join(root, 'elsewhere/x.html'), 'utf8')).toBe('mine');
  });

  it.each(['index.html', 'index.html.part'])('replaces a link at %s and leaves alone what it points to', async (name) => {
    await files.writeFile(join(root, 'mine.html'), 'mine');
    await files.symlink(join(root, 'mine.html'), join(path, name));

    await write('index.html');

    expect(await read('index.html')).toBe('new');
    expect(await files.readFile(join(root, 'mine.html'), 'utf8')).toBe('mine');
  });

  it('removes what is there, and is content where nothing is', async () => {
    await write('n/Ab/x.gone');

    await remove('n/Ab/x.gone');
    await remove('n/Ab/x.gone');
    await remove('q/Ab/x.gone');

    expect(await files.readdir(join(path, 'n/Ab'))).toEqual([]);
  });
});
