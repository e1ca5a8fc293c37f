import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COVENANT, Drawing } from '../__fixtures__/drawing';
import { nameAttributes, readNames, textIn } from '../settings';
import { readersNames } from './readers-names';

const WORKFLOWS = join(__dirname, '../../../../../../workflows');
const files = readdirSync(WORKFLOWS, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('process.bpmn'));

/** A drawing as an English reader has it open. */
async function openInEnglish(xml: string) {
  const drawing = await Drawing.read(xml);
  const { definitions } = drawing;
  const { show, write, written } = readersNames('en-US');
  show(definitions);
  const names = (id: string) => ({
    shown: textIn(drawing.element(id), 'name'),
    ...readNames(drawing.element(id), 'en-US'),
  });
  /** As somebody who types into the drawing itself does. */
  const rename = (id: string, name: string) => drawing.change(drawing.element(id), { set: 'attributes', values: { name } });
  const saved = async () => {
    write(definitions);
    const text = await drawing.xml();
    written(definitions);
    return text;
  };
  return { drawing, names, rename, saved };
}

const process = (body: string, drawn: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:wuxin="urn:wuxin:bpmn:1" id="d" targetNamespace="urn:test"><bpmn:process id="p">${body}</bpmn:process><bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="p">${drawn}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
const task = (attributes: string) =>
  process(
    `<bpmn:userTask id="a" ${attributes} />`,
    '<bpmndi:BPMNShape id="a_di" bpmnElement="a"><dc:Bounds x="0" y="0" width="100" height="80" /></bpmndi:BPMNShape>',
  );

describe('a drawing that an English reader opens', () => {
  it('has English names where there are some', async () => {
    const { names } = await openInEnglish(COVENANT);

    expect(names('review')).toEqual({ shown: 'Township review', chinese: '镇（街）审核', english: 'Township review' });
  });

  it.each(files)('%s is saved as it was, when nothing was changed', async (path) => {
    const xml = readFileSync(join(WORKFLOWS, path), 'utf8');
    const before = await (await Drawing.read(xml)).xml();

    const { saved } = await openInEnglish(xml);

    expect(await saved()).toBe(before);
    expect(await saved()).toBe(before);
  });

  it('is renamed in English only', async () => {
    const { names, rename, saved } = await openInEnglish(COVENANT);

    rename('review', 'Review by the town');

    expect(names('review')).toMatchObject({ chinese: '镇（街）审核', english: 'Review by the town' });
    const text = await saved();
    expect(text).toMatch(/<bpmn:userTask id="review" name="镇（街）审核" wuxin:nameEn="Review by the town"/);
    expect(names('review').shown).toBe('Review by the town');
  });

  it('keeps the Chinese name of what had no English one, and gets the English one', async () => {
    const { names, rename, saved } = await openInEnglish(task('name="审核"'));
    expect(names('a')).toEqual({ shown: '审核', chinese: '审核', english: '' });

    rename('a', 'Review');

    expect(await saved()).toContain('name="审核" wuxin:nameEn="Review"');
  });

  it('has one name, which is changed, where none of them is Chinese', async () => {
    const { rename, saved } = await openInEnglish(task('name="Check"'));
    expect(await saved()).toContain('id="a" name="Check" />');

    rename('a', 'Check twice');

    expect(await saved()).toContain('id="a" name="Check twice" />');
  });

  it('shows the Chinese name again when the English one is taken away', async () => {
    const { drawing, names, saved } = await openInEnglish(COVENANT);

    const values = nameAttributes({ chinese: '镇（街）审核', english: '' }, 'en-US');
    drawing.change(drawing.element('review'), { set: 'attributes', values });

    expect(names('review')).toEqual({ shown: '镇（街）审核', chinese: '镇（街）审核', english: '' });
    expect(await saved()).toMatch(/id="review" name="镇（街）审核" (?!wuxin:nameEn)/);
  });

  it('has room for the words of its labels, which files do not keep', async () => {
    const { drawing, saved } = await openInEnglish(COVENANT);
    const before = await (await Drawing.read(COVENANT)).xml();
    const labels = (xml: string) => xml.match(/<bpmndi:BPMNLabel>\s*<dc:Bounds [^>]*>/g);

    expect(labels(await drawing.xml())).not.toEqual(labels(before));
    expect(labels(await saved())).toEqual(labels(before));
  });

  it('is written twice at once, with the same names', async () => {
    const { names, saved } = await openInEnglish(COVENANT);

    const [one, other] = await Promise.all([saved(), saved()]);

    expect(one).toBe(other);
    expect(one).toContain('name="镇（街）审核" wuxin:nameEn="Township review"');
    expect(names('review').shown).toBe('Township review');
  });

  it('takes a Chinese name for what was named in English first', async () => {
    const { drawing, saved } = await openInEnglish(task('name="Check"'));

    const values = nameAttributes({ chinese: '检查', english: 'Check' }, 'en-US');
    drawing.change(drawing.element('a'), { set: 'attributes', values });

    expect(await saved()).toContain('id="a" name="检查" wuxin:nameEn="Check" />');
  });
});

it('a drawing that a Chinese reader opens is left as it is', async () => {
  const drawing = await Drawing.read(COVENANT);

  readersNames('zh-CN').show(drawing.definitions);

  expect(textIn(drawing.element('review'), 'name')).toBe('镇（街）审核');
});
