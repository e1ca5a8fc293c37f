import { mergePacks, PackError } from '..';
import { drawing, edge, flow, packOf, shape, task } from '../__fixtures__/packs';

const BASE = drawing(
  [task('draft'), task('review'), flow('f1', 'draft', 'review')],
  [shape('draft'), shape('review', 200), edge('f1', 100, 200)],
);
const merge = (here: string, pack: string, choices = {}) => {
  const { pack: merged, findings } = mergePacks(
    { base: packOf({ process: BASE }), here: packOf({ process: here }), pack: packOf({ process: pack }) },
    { choices },
  );
  return { xml: merged.process, findings };
};
const said = ({ findings }: ReturnType<typeof merge>) =>
  findings.map(({ kind, change, name, path }) => [kind, change, name, path.join(' ')]);

describe('a drawing that was changed on two sides', () => {
  it('keeps a task that was put in here and takes a deadline that the pack changed', () => {
    const here = drawing(
      [task('draft'), task('advise'), task('review'), flow('f1', 'draft', 'advise'), flow('f2', 'advise', 'review')],
      [shape('draft'), shape('review', 400), shape('advise', 200), edge('f1', 100, 200), edge('f2', 300, 400)],
    );
    const result = merge(here, BASE.replace(task('review'), task('review', '3')));

    expect(result.xml).toContain('id="advise"');
    expect(result.xml).toContain('sourceRef="draft" targetRef="advise"');
    expect(result.xml).toContain('amount="3"');
    expect(said(result)).toEqual([
      ['kept', 'added', 'advise', ''],
      ['taken', 'changed', 'review', 'children bpmn:extensionElements children wuxin:deadline attributes amount'],
      ['kept', 'changed', 'f1', 'attributes targetRef'],
      ['kept', 'added', 'f2', ''],
    ]);
  });

  it('draws what the pack brings, and what is here where it is here', () => {
    const moved = BASE.replace(shape('draft'), shape('draft', 50));
    const pack = drawing(
      [task('draft'), task('review'), task('file'), flow('f1', 'draft', 'review'), flow('f2', 'review', 'file')],
      [shape('draft', 70), shape('review', 200), shape('file', 400), edge('f1', 100, 200), edge('f2', 300, 400)],
    );
    const { xml } = merge(moved, pack);

    expect(xml).toContain('bpmnElement="file"');
    expect(xml).toMatch(/bpmnElement="draft">\s*<dc:Bounds x="50"/);
    expect(xml).toMatch(/<di:waypoint x="300" y="0" \/>\s*<di:waypoint x="400"/);
  });

  it('keeps both ends of a flow that both redirected as they are here', () => {
    const here = BASE.replace(flow('f1', 'draft', 'review'), flow('f1', 'draft', 'draft'));
    const pack = BASE.replace(flow('f1', 'draft', 'review'), flow('f1', 'review', 'review'));
    expect(said(merge(here, pack))).toEqual([
      ['taken', 'changed', 'f1', 'attributes sourceRef'],
      ['kept', 'changed', 'f1', 'attributes targetRef'],
    ]);
  });

  it('does not bring back a task that was removed here, nor a flow to it', () => {
    const here = drawing([task('draft')], [shape('draft')]);
    const pack = drawing(
      [task('draft'), task('review', '3'), task('file'), flow('f1', 'draft', 'review'), flow('f2', 'file', 'review')],
      [shape('draft'), shape('review', 200), shape('file', 300), edge('f1', 1, 2), edge('f2', 1, 2)],
    );
    const result = merge(here, pack);

    expect(result.xml).not.toContain('review');
    expect(result.xml).toContain('id="file"');
    expect(said(result)).toContainEqual(['conflict', 'changed', 'review', '']);
    expect(said(result)).toContainEqual(['dropped', 'removed', 'f2', '']);
  });

  it('brings it back, drawn, when somebody chose the pack’s', () => {
    const here = drawing([task('draft'), flow('f1', 'draft', 'draft')], [shape('draft')]);
    const result = merge(here, BASE.replace(task('review'), task('review', '3')), {
      'process//children/#covenant/children/#review': 'pack',
    });

    expect(result.xml).toContain('amount="3"');
    expect(result.xml).toContain('bpmnElement="review"');
  });

  it('is read whatever prefixes the file uses', () => {
    const renamed = BASE.replaceAll('bpmn:', 'semantic:').replaceAll('xmlns:bpmn=', 'xmlns:semantic=');
    expect(merge(BASE.replace('"draft" name="draft"', '"draft" name="起草"'), renamed)).toMatchObject({
      findings: [{ kind: 'kept', name: 'draft', here: '起草' }],
    });
  });

  it('keeps texts, conditions and line breaks in attributes', () => {
    const condition =
      '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=a &lt; 1 and b &gt; "x"</bpmn:conditionExpression>';
    const here = drawing([
      task('draft').replace('name="draft"', 'name="起草&#10;草案"'),
      task('review'),
      `<bpmn:sequenceFlow id="f1" sourceRef="draft" targetRef="review">${condition}</bpmn:sequenceFlow>`,
    ]).replace('xmlns:di=', 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:di=');
    const { xml } = merge(here, BASE.replace(task('review'), task('review', '3')));

    expect(xml).toContain('name="起草&#10;草案"');
    expect(xml).toContain('xsi:type="bpmn:tFormalExpression">=a &lt; 1 and b &gt; &quot;x&quot;</bpmn:conditionExpression>');
    expect(xml).toContain('xmlns:xsi=');
  });

  it('is refused when it is no XML', () => {
    expect(() => merge(BASE, `${BASE}<`)).toThrow(PackError);
  });
});
