import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldOptions } from './fields';
import { loadProcedure } from './load';

function folderWith(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'procedure-'));
  writeFileSync(join(folder, 'procedure.json'), content);
  return folder;
}

describe('a procedure folder', () => {
  it('is refused by file when it is not there', async () => {
    await expect(loadProcedure('/nowhere')).rejects.toMatchObject({
      code: 'procedure.unreadable',
      data: { file: '/nowhere/procedure.json' },
    });
  });

  it('is refused by file when it is not JSON', async () => {
    await expect(loadProcedure(folderWith('{'))).rejects.toMatchObject({ code: 'procedure.invalid' });
  });

  it('is refused by path when something is missing', async () => {
    await expect(loadProcedure(folderWith('{"schema":1}'))).rejects.toMatchObject({
      code: 'procedure.invalid',
      data: { path: 'key' },
    });
  });
});

describe('a field of a procedure', () => {
  it('is translated by its Chinese title', () => {
    const field = fieldOptions({ name: 'title', interface: 'input', title: '名称', titleEn: 'Title' }, 'covenants');
    expect(field).toMatchObject({ type: 'string', uiSchema: { title: '{{t("名称", { ns: "@wuxin/content" })}}' } });
  });

  it('keeps numbers above their minimum', () => {
    const field = fieldOptions({ name: 'due', interface: 'integer', title: '应到', titleEn: 'Due', minimum: 1 }, 'covenants');
    expect(field).toMatchObject({
      type: 'integer',
      validation: { rules: [{ name: 'min', args: { limit: 1 } }, { name: 'integer' }] },
    });
  });
});
