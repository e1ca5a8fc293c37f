import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './files';

const content = mkdtempSync(join(tmpdir(), 'wuxin-new-procedure-'));
afterAll(() => rmSync(content, { recursive: true, force: true }));

const make = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'scripts/new-procedure.cjs'), ...args, '--in', content], { encoding: 'utf8' });

describe('npm run new-procedure', () => {
  it('makes a folder with everything that a procedure has, and no placeholder left', () => {
    expect(make('60-repair-request', '--name', '报修 <急>', '--name-en', 'Repair & more').status).toBe(0);

    const folder = join(content, '60-repair-request');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
    expect(files.sort()).toEqual(
      expect.arrayContaining(['README.md', 'README.zh-CN.md', 'procedure.json', 'process.bpmn', 'forms/register.form.json']),
    );
    const word = (name: string) => name.endsWith('.docx');
    expect(files.filter(word)).toEqual(['templates/record-sheet.docx']);
    const texts = files
      .filter((name) => !word(name))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    expect(texts).not.toMatch(/\{\{|undefined/);
    expect(texts).toContain('"key": "repairRequest"');
    expect(texts).toContain('name="报修 &lt;急>" wuxin:nameEn="Repair &amp; more"');
  });

  it('changes nothing of a folder that is there', () => {
    const before = readFileSync(join(content, '60-repair-request/procedure.json'), 'utf8');

    const again = make('60-repair-request', '--name', '另一个');

    expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('is there already; nothing was changed') });
    expect(readFileSync(join(content, '60-repair-request/procedure.json'), 'utf8')).toBe(before);
  });

  it.each([
    ['repair'],
    ['6-repair'],
    ['60-Repair'],
    ['../60-repair'],
    ['60-repair', '--colour', 'red'],
    ['60-repair', '--name', 'a"b'],
  ])('says how it is used when it is called with %s', (...args) => {
    const answer = make(...args);

    expect(answer).toMatchObject({ status: 1, stderr: expect.stringContaining('usage: npm run new-procedure') });
    expect(readdirSync(content)).toEqual(['60-repair-request']);
  });
});
