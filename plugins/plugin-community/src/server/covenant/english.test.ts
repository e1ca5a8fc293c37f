import type { Procedure } from '../procedures';
import { loadCovenant } from './walk';

const HAN = /\p{Script=Han}/u;

/** Attributes of a BPMN tag that people read. */
const SHOWN = /\b(name|consequence)="([^"]*)"/g;

describe('the covenant in English', () => {
  let procedure: Procedure;
  beforeAll(async () => {
    procedure = await loadCovenant();
  });

  it('names every pool, lane, shape, flow, stage and outcome, with what an outcome leads to', () => {
    // a link is found by its name and shown by its event's
    const tags = [...procedure.xml.matchAll(/<(?!bpmn:linkEventDefinition)[\w:]+ [^>]*>/g)].map(([tag]) => tag);
    const texts = tags.flatMap((tag) => [...tag.matchAll(SHOWN)].map(([, attribute, text]) => ({ tag, attribute, text })));

    const missing = texts.filter(({ tag, attribute, text }) => {
      const [, english = ''] = new RegExp(`\\b${attribute}En="([^"]*)"`).exec(tag) ?? [];
      return HAN.test(text ?? '') && (english.trim() === '' || HAN.test(english));
    });

    expect(texts.length).toBeGreaterThan(100);
    expect(missing.map(({ tag }) => tag)).toEqual([]);
  });
});
