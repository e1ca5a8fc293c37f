import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { LIMITS, PackError, readArchive, writeArchive } from '..';
import { drawing, packOf } from '../__fixtures__/packs';

const codeOf = (archive: Uint8Array): string | null => {
  try {
    readArchive(archive);
    return null;
  } catch (error) {
    if (error instanceof PackError) return error.code;
    throw error;
  }
};
const MANIFEST = { schema: 1, key: 'a', name: '', nameEn: null, recordCollection: null, calls: [], activityTypes: [] };
const zipped = (entries: Record<string, string | Uint8Array>): Uint8Array => {
  const all = { 'a/pack.json': JSON.stringify(MANIFEST), 'a/process.bpmn': drawing([]), ...entries };
  const bytes = Object.entries(all).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]);
  return zipSync(Object.fromEntries(bytes) as Zippable);
};

describe('an archive', () => {
  it('gives back what was put into it, also Chinese names and Word files', () => {
    const pack = packOf({
      parts: { forms: { '法律顾问审查': { rows: [1, 'a', null] }, 'a/b': {} } },
      files: { templates: { 'added:x': new Uint8Array([80, 75, 0]) } },
    });
    const called = packOf({ manifest: { key: 'filing' } });

    expect(readArchive(writeArchive([pack, called]))).toEqual([pack, called]);
  });

  it('is the same bytes whatever the order in which its parts were made', () => {
    const one = packOf({ parts: { forms: { a: { x: 1, y: 2 }, b: {} }, decisions: {} } });
    const other = packOf({ parts: { decisions: {}, forms: { b: {}, a: { y: 2, x: 1 } } } });

    expect(writeArchive([one])).toEqual(writeArchive([other]));
  });

  it('gives back any part under any name', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => name !== '__proto__'),
        fc.jsonValue(),
        (name, value) => {
          const json = JSON.parse(JSON.stringify(value, (key, item) => (key === '__proto__' ? undefined : item)));
          const pack = packOf({ parts: { forms: { [name]: json } } });
          expect(readArchive(writeArchive([pack]))).toEqual([pack]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a file that is no pack', () => {
  it.each<[string, string, Uint8Array]>([
    ['that is no archive', 'pack.notAnArchive', strToU8('<html>')],
    ['that is empty', 'pack.notAnArchive', new Uint8Array()],
    ['that is cut off', 'pack.notAnArchive', zipped({}).slice(0, 100)],
    ['with nothing in it', 'pack.incomplete', zipSync({})],
    ['with a way out of its folder', 'pack.foreignEntry', zipped({ '../../etc/cron.d/job.json': '{}' })],
    ['with a program', 'pack.foreignEntry', zipped({ 'a/forms/run.js': '1' })],
    ['with an entry at its top', 'pack.foreignEntry', zipped({ 'readme.txt': 'hello' })],
    ['with a name that is written in two ways', 'pack.foreignEntry', zipped({ 'a/forms/%61.json': '{}' })],
    ['with a name that decodes to nothing', 'pack.foreignEntry', zipped({ 'a/forms/%E4%.json': '{}' })],
    ['with a part that is no JSON', 'pack.unreadable', zipped({ 'a/forms/x.json': '{"rows":' })],
    ['with bytes that are no UTF-8', 'pack.unreadable', zipped({ 'a/forms/x.json': new Uint8Array([0xff, 0xfe]) })],
    [
      'with a drawing that is an entity bomb',
      'pack.unreadable',
      zipped({ 'a/process.bpmn': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' }),
    ],
    [
      'with a manifest of another process',
      'pack.unreadable',
      zipped({ 'a/pack.json': JSON.stringify({ ...MANIFEST, key: 'b' }) }),
    ],
    ['with a manifest that lacks its names', 'pack.unreadable', zipped({ 'a/pack.json': '{"schema":1,"key":"a"}' })],
    ['of a later format', 'pack.tooNew', zipped({ 'a/pack.json': JSON.stringify({ ...MANIFEST, schema: 2 }) })],
    ['without a manifest', 'pack.incomplete', zipSync({ 'a/process.bpmn': strToU8(drawing([])) })],
    ['without a drawing', 'pack.incomplete', zipSync({ 'a/pack.json': strToU8(JSON.stringify(MANIFEST)) })],
    ['with an entry that unpacks to much', 'pack.tooLarge', zipped({ 'a/forms/x.json': ' '.repeat(LIMITS.entryBytes + 1) })],
  ])('%s is refused', (_, code, archive) => {
    expect(codeOf(archive)).toBe(code);
  });

  it('with too many entries is refused before one of them is unpacked', () => {
    const many = Object.fromEntries(Array.from({ length: LIMITS.entries + 1 }, (_, at) => [`a/forms/f${at}.json`, '{}']));
    expect(codeOf(zipped(many))).toBe('pack.tooLarge');
  });

  it('sets nothing in what every object has', () => {
    const [pack] = readArchive(zipped({ 'a/forms/x.json': '{"__proto__":{"isAdministrator":true}}' }));
    expect(pack?.parts.forms?.x).toEqual({});
    expect(({} as Record<string, unknown>).isAdministrator).toBeUndefined();
  });
});
