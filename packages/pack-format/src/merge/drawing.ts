import { isObject, type Json } from '../json';
import { asJson, fromJson, parseXml, printXml, type XmlDocument, type XmlElement } from '../xml';
import { Decider, type Finding, type MergeOptions, type Sides } from './findings';
import { mergeJson } from './json';
import { allOf, dropDangling } from './references';

const DIAGRAM = 'bpmndi:BPMNDiagram';

/**
 * Merges drawings element by element, by their ids. Where an element is drawn is merged too, without findings: an element that is in the
 * result is drawn where it is here, else where the pack draws it.
 *
 * @throws PackError `pack.unreadable`
 */
export function mergeDrawings(
  { base, here, pack }: Sides<string> & { readonly here: string; readonly pack: string },
  options: MergeOptions,
): { xml: string; findings: readonly Finding[] } {
  if (here === pack) return { xml: here, findings: [] };
  const documents = {
    base: base === undefined ? undefined : parseXml(base, 'process.bpmn'),
    here: parseXml(here, 'process.bpmn'),
    pack: parseXml(pack, 'process.bpmn'),
  };
  const decider = new Decider({ part: 'process', name: null }, options);
  const root = merged(decider, documents, (tag) => tag !== DIAGRAM);
  dropDangling(root, decider);
  const diagrams = merged(new Decider({ part: 'process', name: null }, {}), documents, (tag) => tag === DIAGRAM).children;
  root.children.push(...drawnLike(diagrams, documents, root));
  const namespaces = { ...documents.pack.namespaces, ...documents.here.namespaces };
  return { xml: printXml({ root, namespaces }), findings: decider.findings.map(byElement) };
}

type Documents = Sides<XmlDocument> & { readonly here: XmlDocument; readonly pack: XmlDocument };

function merged(decider: Decider, { base, here, pack }: Documents, isWanted: (tag: string) => boolean): XmlElement {
  const only = ({ root }: XmlDocument): Json => asJson({ ...root, children: root.children.filter(({ tag }) => isWanted(tag)) });
  const result = mergeJson(decider, [], { base: base && only(base), here: only(here), pack: only(pack) });
  if (!isObject(result)) throw new Error('two roots merge to one');
  return fromJson(result);
}

/** Adds what the result has and the merged diagram lacks; takes away what is drawn of nothing. */
function drawnLike(diagrams: XmlElement[], { here, pack }: Documents, root: XmlElement): XmlElement[] {
  const ids = new Set(allOf(root).flatMap(({ attributes: { id } }) => id ?? []));
  const [plane] = diagrams.flatMap(allOf).filter(({ tag }) => tag === 'bpmndi:BPMNPlane');
  if (!plane) return diagrams;
  const isOfSomething = ({ attributes: { bpmnElement } }: XmlElement) => bpmnElement !== undefined && ids.has(bpmnElement);
  plane.children = plane.children.filter(isOfSomething);
  const drawn = new Set(plane.children.map(({ attributes: { bpmnElement } }) => bpmnElement));
  for (const shape of [here, pack].flatMap((document) => allOf(document.root))) {
    const { bpmnElement } = shape.attributes;
    if (shape.tag === 'bpmndi:BPMNPlane' || bpmnElement === undefined || !isOfSomething(shape) || drawn.has(bpmnElement))
      continue;
    drawn.add(bpmnElement);
    plane.children.push(shape);
  }
  return diagrams;
}

/** The innermost element that has an id says where it is. */
function byElement(finding: Finding): Finding {
  const id = finding.path.findLast((step) => step.startsWith('#'));
  return id === undefined
    ? finding
    : { ...finding, name: id.slice(1), path: finding.path.slice(finding.path.lastIndexOf(id) + 1) };
}
