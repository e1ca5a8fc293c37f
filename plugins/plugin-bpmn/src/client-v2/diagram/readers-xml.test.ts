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

  describe('with labels drawn for Chinese names', () => {
    const label = (drawn: string, box: string) =>
      `<di:${drawn}<di:BPMNLabel><dc:Bounds ${box} height="14"/></di:BPMNLabel></di:${drawn.split(' ')[0]}>`;
    const draw = (drawing: string) => {
      const spaces = 'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"';
      const lines = 'xmlns:l="http://www.omg.org/spec/DD/20100524/DI"';
      const xml = withEnglishNames(
        wrap(`<bpmn:task id="a" name="会商" w:nameEn="To the conference"/><x ${spaces} ${lines}>${drawing}</x>`),
      );
      const box = /BPMNLabel><dc:Bounds x="([\d.]+)" y="\d+" width="([\d.]+)"/.exec(xml);
      return { x: Number(box?.[1]), width: Number(box?.[2]) };
    };
    const shape = 'BPMNShape bpmnElement="a"><dc:Bounds x="100" y="0" width="36" height="36"/>';
    const flow = 'BPMNEdge bpmnElement="a"><l:waypoint x="90" y="0"/><l:waypoint x="90" y="80"/>';

    it('gives each room for its longest word', () => {
      expect(draw(label(shape, 'x="104" y="40" width="28"'))).toEqual({ x: 79, width: 78 });
    });

    it('keeps it clear of the shape or flow that it stands beside', () => {
      expect(draw(label(shape, 'x="130" y="40" width="28"'))).toEqual({ x: 130, width: 78 });
      expect(draw(label(flow, 'x="50" y="40" width="30"'))).toEqual({ x: 2, width: 78 });
    });

    it('leaves one alone that is wide enough', () => {
      expect(draw(label(shape, 'x="80" y="40" width="79"'))).toEqual({ x: 80, width: 79 });
    });
  });

  it('gives back what is no XML', () => {
    expect(withEnglishNames('<oops')).toBe('<oops');
  });
});
