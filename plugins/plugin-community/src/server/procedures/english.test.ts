import { folderOf, folders } from '../__fixtures__';
import { loadProcedure, type Procedure } from './load';
import { englishOfForms } from './translations';

const HAN = /\p{Script=Han}/u;

/** Attributes of a BPMN tag that people read. */
const SHOWN = /\b(name|consequence|message)="([^"]*)"/g;

/** Keys whose text people read; what stands elsewhere is a formula, a value or a name for machines. */
const READ = ['name', 'title', 'label', 'description', 'intro', 'help', 'source', 'note'] as const;

const objectsIn = (value: unknown): Record<string, unknown>[] =>
  typeof value !== 'object' || value === null
    ? []
    : [...(Array.isArray(value) ? [] : [value as Record<string, unknown>]), ...Object.values(value).flatMap(objectsIn)];

/** Each Chinese text with its English face, empty where there is none. */
const faces = (part: unknown): [chinese: string, english: string][] =>
  objectsIn(part).flatMap((object) =>
    READ.flatMap((key): [string, string][] => {
      const [chinese, english] = [object[key], object[`${key}En`]];
      return typeof chinese === 'string' && HAN.test(chinese) ? [[chinese, typeof english === 'string' ? english : '']] : [];
    }),
  );

const textsWithoutEnglish = (part: unknown): string[] =>
  faces(part).flatMap(([chinese, english]) => (english.trim() === '' || HAN.test(english) ? [chinese] : []));

describe.each(folders())('%s in English', (folder) => {
  let procedure: Procedure;
  beforeAll(async () => {
    procedure = await loadProcedure(folderOf(folder));
  });

  it('names every pool, lane, shape, flow, stage and outcome, with what an outcome leads to', () => {
    // a link is found by its name and shown by its event's
    const tags = [...procedure.xml.matchAll(/<(?!bpmn:linkEventDefinition)[\w:]+ [^>]*>/g)].map(([tag]) => tag);
    const texts = tags.flatMap((tag) => [...tag.matchAll(SHOWN)].map(([, attribute, text]) => ({ tag, attribute, text })));

    const missing = texts.filter(({ tag, attribute, text }) => {
      const [, english = ''] = new RegExp(`\\b${attribute}En="([^"]*)"`).exec(tag) ?? [];
      return HAN.test(text ?? '') && (english.trim() === '' || HAN.test(english));
    });

    expect(texts.length).toBeGreaterThan(15);
    expect(missing.map(({ tag }) => tag)).toEqual([]);
  });

  it('says everything in its forms, collections, parameters, posts and decision tables', () => {
    const decisions = [...procedure.decisions.values()];
    const missing = [procedure.definition, ...procedure.forms.values(), ...decisions].flatMap((part) =>
      textsWithoutEnglish(part),
    );

    expect(missing).toEqual([]);
  });

  it('decides in values and not in words, which would be of one language', () => {
    const rules = [...procedure.decisions.values()].flatMap(objectsIn);
    const cells = rules.flatMap(({ when, then }) => [when, then].flat()).filter((cell) => typeof cell === 'string');

    expect(cells.filter((cell) => HAN.test(cell))).toEqual([]);
  });
});

it('no text of any content is said in two ways: forms find their English by the Chinese', async () => {
  const procedures = await Promise.all(folders().map((folder) => loadProcedure(folderOf(folder))));
  const ways = new Map<string, Set<string>>();
  const parts = procedures.flatMap(({ definition, forms }) => [definition.collections, ...forms.values()]);
  for (const [chinese, english] of parts.flatMap((part) => faces(part)))
    ways.set(chinese, (ways.get(chinese) ?? new Set()).add(english));
  const shown = procedures.flatMap((procedure) => Object.keys(englishOfForms(procedure)));

  const ambiguous = [...new Set(shown)].flatMap((chinese) => {
    const said = [...(ways.get(chinese) ?? [])];
    return said.length > 1 ? [[chinese, ...said]] : [];
  });

  expect(ambiguous).toEqual([]);
});
