import { withEnglishNames } from './readers-xml';

const wrap = (body: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:w="urn:wuxin:bpmn:1">${body}</bpmn:definitions>`;

describe('a process in English', () => {
  it('names its shapes in English, whatever prefix the file gives the extension', () => {
    expect(withEnglishNames(wrap('<bpmn:task id="a" name="审核" w:nameEn="Review"/>'))).toContain('name="Review"');
  });

  it('keeps the names that are said in one language only', () => {
    expect(withEnglishNames(wrap('<bpmn:task id="a" name="审核"/><bpmn:task id="b" name="归档" w:nameEn=" "/>'))).toMatch(
      /name="审核".*name="归档"/,
    );
  });

  it('gives back what is no XML', () => {
    expect(withEnglishNames('<oops')).toBe('<oops');
  });
});
