import { MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, ParseError, parseDefinitions, childrenOf } from '.';
import { chain, end, process, start, user } from '../testing/xml';

const small = process(start(), user('A'), end(), chain('s', 'A', 'e'));
const inside = (content: string) => small.replace('</process>', `${content}</process>`);

async function codeOf(xml: string): Promise<string> {
  try {
    await parseDefinitions(xml);
  } catch (error) {
    if (error instanceof ParseError) return error.code;
    throw error;
  }
  return 'accepted';
}

test('reads a process with its elements', async () => {
  const definitions = await parseDefinitions(small);

  const [found] = childrenOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  expect(found && childrenOf(found, 'flowElements').map(({ $type }) => $type)).toEqual([
    'bpmn:StartEvent',
    'bpmn:UserTask',
    'bpmn:EndEvent',
    'bpmn:SequenceFlow',
    'bpmn:SequenceFlow',
  ]);
});

describe('refuses', () => {
  test('10 MB before any parsing', async () => {
    const began = performance.now();

    expect(await codeOf(`<definitions>${' '.repeat(10 * 1024 * 1024)}</definitions>`)).toBe('xmlTooLarge');
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('bytes, not characters: Chinese text counts three each', async () => {
    expect(await codeOf(`<definitions>${'字'.repeat(MAX_BYTES / 2)}</definitions>`)).toBe('xmlTooLarge');
  });

  test.each([
    ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'],
    ['a document type in small letters', '<!doctype html>'],
    ['an external entity', '<!ENTITY % x SYSTEM "file:///etc/passwd">'],
  ])('%s', async (_name, declaration) => {
    expect(await codeOf(`<?xml version="1.0"?>${declaration}${small.slice(small.indexOf('<definitions'))}`)).toBe(
      'xmlHasDoctype',
    );
  });

  test('too many elements', async () => {
    expect(await codeOf(inside('<task/>'.repeat(MAX_ELEMENTS)))).toBe('xmlTooManyElements');
  });

  test('too deep a nesting', async () => {
    expect(await codeOf(inside('<subProcess>'.repeat(MAX_DEPTH) + '</subProcess>'.repeat(MAX_DEPTH)))).toBe('xmlTooDeep');
  });

  test.each([
    ['a tag that never ends', small.slice(0, -3)],
    ['a comment that never ends', `${small}<!-- `],
    ['character data that never ends', inside('<![CDATA[')],
    ['an instruction that never ends', '<?xml'],
    ['tags that do not match', inside('<task></userTask>')],
    ['an unclosed element', inside('<task>')],
    ['no text', ''],
    ['no XML', '{}'],
  ])('%s', async (_name, xml) => {
    expect(await codeOf(xml)).toBe('xmlUnparsable');
  });

  test('XML that is not BPMN', async () => {
    expect(await codeOf('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toMatch(/xmlNotBpmn|xmlUnparsable/);
  });

  test('a reference to nothing, naming both ends', async () => {
    const xml = inside('<sequenceFlow id="f" sourceRef="A" targetRef="nothing"/>');

    await expect(parseDefinitions(xml)).rejects.toMatchObject({
      code: 'xmlUnresolvedReference',
      data: { elementId: 'f', property: 'bpmn:targetRef', reference: 'nothing' },
    });
  });

  test('elements that BPMN does not have: they would be dropped', async () => {
    expect(await codeOf(inside('<magicTask id="m"/>'))).toBe('xmlUnknownContent');
  });

  test('an id that is used twice', async () => {
    expect(await codeOf(inside('<task id="A"/>'))).toBe('xmlUnknownContent');
  });
});

describe('accepts', () => {
  test('what only looks like a document type', async () => {
    expect(
      await codeOf(inside('<!-- <!DOCTYPE x> --><task id="T"><documentation><![CDATA[<!ENTITY a>]]></documentation></task>')),
    ).toBe('accepted');
  });

  test('a sharp bracket in an attribute', async () => {
    expect(await codeOf(inside('<task id="T" name="a > b"/>'))).toBe('accepted');
  });

  test('a shape whose element is gone: the diagram does not run', async () => {
    const diagram =
      '<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="d"><bpmndi:BPMNPlane id="p" bpmnElement="P">' +
      '<bpmndi:BPMNShape id="x" bpmnElement="gone"/></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>';

    expect(await codeOf(small.replace('</definitions>', `${diagram}</definitions>`))).toBe('accepted');
  });
});
