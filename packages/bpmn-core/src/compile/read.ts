import type { Element, Flow, ProcessInfo } from '../graph';
import { kindFor } from '../kinds';
import { childrenOf, referenceOf, textOf, unknownLanguages, type ModdleElement } from '../parse';
import { conditionOf } from './expression';
import type { Problem, ProblemCode } from './problems';
import { readElementSettings, readProcessSettings } from './settings';

/** A file as read, before its parts are connected. */
export interface Draft {
  readonly processes: ProcessInfo[];
  readonly elements: Map<string, Element>;
  readonly flows: Map<string, Flow>;
  /** Outgoing flows in the order that the element itself lists them. */
  readonly listedOutgoing: Map<string, readonly string[]>;
  readonly associations: { readonly sourceId: string; readonly targetId: string }[];
  readonly problems: Problem[];
}

interface Place {
  readonly processId: string;
  readonly scopeId: string | null;
}

const DATA = ['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'];

export function readFile(definitions: ModdleElement): Draft {
  const draft: Draft = {
    processes: [],
    elements: new Map(),
    flows: new Map(),
    listedOutgoing: new Map(),
    associations: [],
    problems: [],
  };
  for (const root of childrenOf(definitions, 'rootElements')) {
    if (root.$type === 'bpmn:Process') readProcess(draft, root);
    else if (root.$type === 'bpmn:Collaboration') childrenOf(root, 'participants').forEach((pool) => checkLanguages(draft, pool));
    else if (root.$type === 'bpmn:Choreography') problem(draft, 'elementUnsupported', root, { type: root.$type });
  }
  if (draft.processes.length === 0) problem(draft, 'processMissing', definitions);
  return draft;
}

function readProcess(draft: Draft, source: ModdleElement): void {
  const id = textOf(source, 'id');
  if (id === null) return problem(draft, 'idMissing', source, { type: source.$type });
  draft.processes.push({
    id,
    name: textOf(source, 'name'),
    isExecutable: source.get('isExecutable') !== false,
    hasConditions: false,
    settings: readProcessSettings(source),
  });
  readNode(draft, source, { processId: id, scopeId: null });
}

function readNode(draft: Draft, source: ModdleElement, place: Place): void {
  const id = textOf(source, 'id');
  if (id === null) return problem(draft, 'idMissing', source, { type: source.$type });
  if (draft.elements.has(id) || draft.flows.has(id)) return problem(draft, 'idDuplicate', source, { id });
  checkLanguages(draft, source);
  const kind = kindFor(source);
  if (!kind) return problem(draft, 'elementUnsupported', source, { type: source.$type });
  draft.listedOutgoing.set(
    id,
    childrenOf(source, 'outgoing').flatMap((flow) => textOf(flow, 'id') ?? []),
  );
  draft.elements.set(id, {
    id,
    kind: kind.name,
    type: source.$type,
    name: textOf(source, 'name'),
    ...place,
    incoming: [],
    outgoing: [],
    defaultFlowId: referenceOf(source, 'default'),
    activity: null,
    scope: null,
    event: null,
    task: null,
    join: null,
    settings: readElementSettings(source),
    ...kind.read(source),
  });
  readContent(draft, source, { processId: place.processId, scopeId: id });
}

function readContent(draft: Draft, source: ModdleElement, place: Place): void {
  for (const child of childrenOf(source, 'flowElements')) {
    if (child.$type === 'bpmn:SequenceFlow') readFlow(draft, child);
    else if (!DATA.includes(child.$type)) readNode(draft, child, place);
  }
  const lanes = childrenOf(source, 'laneSets').flatMap((set) => childrenOf(set, 'lanes'));
  lanes.forEach((lane) => checkLanguages(draft, lane));
  for (const artifact of childrenOf(source, 'artifacts')) {
    const sourceId = referenceOf(artifact, 'sourceRef');
    const targetId = referenceOf(artifact, 'targetRef');
    if (sourceId !== null && targetId !== null) draft.associations.push({ sourceId, targetId });
  }
}

function readFlow(draft: Draft, source: ModdleElement): void {
  const id = textOf(source, 'id');
  const sourceId = referenceOf(source, 'sourceRef');
  const targetId = referenceOf(source, 'targetRef');
  if (id === null) return problem(draft, 'idMissing', source, { type: source.$type });
  if (draft.elements.has(id) || draft.flows.has(id)) return problem(draft, 'idDuplicate', source, { id });
  if (sourceId === null || targetId === null) return problem(draft, 'flowDangling', source);
  checkLanguages(draft, source);
  draft.flows.set(id, {
    id,
    name: textOf(source, 'name'),
    sourceId,
    targetId,
    condition: conditionOf(source, 'conditionExpression'),
  });
}

function checkLanguages(draft: Draft, source: ModdleElement): void {
  for (const attribute of unknownLanguages(source)) problem(draft, 'languageUnknown', source, { attribute });
}

function problem(draft: Draft, code: ProblemCode, source: ModdleElement, data: Problem['data'] = {}): void {
  draft.problems.push({ code, elementId: textOf(source, 'id'), elementName: textOf(source, 'name'), severity: 'error', data });
}
