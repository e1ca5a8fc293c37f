import type { TrackedInstance } from '../../common/api';

export const ELEMENT_KINDS = [
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'businessRuleTask',
  'sendTask',
  'receiveTask',
  'callActivity',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'eventBasedGateway',
  'complexGateway',
] as const;
export type ElementKind = (typeof ELEMENT_KINDS)[number];

export interface OutlineItem {
  elementId: string;
  name: string;
  kind: ElementKind;
  state: 'passed' | 'current' | 'incident' | 'ahead';
  /** How often it was left: more than once after a return. */
  times: number;
  /** Inside sub-processes: 1, 2 … */
  depth: number;
}

interface Flow {
  source: string;
  target: string;
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const isKind = (name: string): name is ElementKind => ELEMENT_KINDS.some((kind) => kind === name);

const childrenOf = (container: Element): Element[] => [...container.children].filter(({ namespaceURI }) => namespaceURI === BPMN);

function flowsOf(container: Element): Flow[] {
  return childrenOf(container).flatMap((child) => {
    const source = child.localName === 'boundaryEvent' ? child.getAttribute('attachedToRef') : child.getAttribute('sourceRef');
    const target = child.localName === 'boundaryEvent' ? child.id : child.getAttribute('targetRef');
    return source && target ? [{ source, target }] : [];
  });
}

/** Along the flows from the starts; what no flow reaches comes last, in the order of the file. */
function inReadingOrder(nodes: Element[], flows: Flow[]): Element[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const reached = new Set<Element>();
  const queue = nodes.filter(({ localName }) => localName === 'startEvent');
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (reached.has(node)) continue;
    reached.add(node);
    const { id } = node;
    queue.push(...flows.filter(({ source }) => source === id).flatMap(({ target }) => byId.get(target) ?? []));
  }
  return [...reached, ...nodes.filter((node) => !reached.has(node))];
}

type Progress = Pick<TrackedInstance, 'passed' | 'current'>;

function stateOf(elementId: string, { passed, current }: Progress): OutlineItem['state'] {
  const here = current.find((element) => element.elementId === elementId);
  if (here) return here.hasIncident ? 'incident' : 'current';
  return passed[elementId] ? 'passed' : 'ahead';
}

function itemsOf(container: Element, progress: Progress, depth: number): OutlineItem[] {
  const nodes = childrenOf(container).filter(({ localName }) => isKind(localName));
  return inReadingOrder(nodes, flowsOf(container)).flatMap((node) => {
    const kind = node.localName;
    const name = node.getAttribute('name') ?? '';
    const state = stateOf(node.id, progress);
    const inner = itemsOf(node, progress, depth + 1);
    // Unnamed connectors say nothing to a reader, unless something waits there.
    const isWorthReading = name !== '' || state === 'current' || state === 'incident' || inner.length > 0;
    if (!isKind(kind) || !isWorthReading) return inner;
    return [{ elementId: node.id, name, kind, state, times: progress.passed[node.id] ?? 0, depth }, ...inner];
  });
}

/** The diagram as a list: every step in reading order with its state. Empty when the XML cannot be read. */
export function outlineOf(xml: string, progress: Progress): OutlineItem[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return [...document.getElementsByTagNameNS(BPMN, 'process')].flatMap((process) => itemsOf(process, progress, 0));
}
