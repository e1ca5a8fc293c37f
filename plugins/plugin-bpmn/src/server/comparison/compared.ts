import type { Element, ElementSettings, Flow, Graph, Loop, Stage } from '@wuxin/bpmn-core';
import type { Locale } from '../runtime/texts';
import type { VersionRecord } from '../store';
import { elementNameIn, type LoadedVersion } from '../versions';

/** An element, a flow or the process itself as it is compared: what it says, not where it is drawn. */
export interface Compared {
  readonly id: string;
  readonly name: string | null;
  readonly nameEn: string | undefined;
  readonly type: string;
  readonly settings: ElementSettings;
  /** Frozen; of a draft there is none yet. */
  readonly form: unknown;
  readonly table: unknown;
  readonly loop: Loop | null;
  /** Of a flow: from where to where, by names. */
  readonly way: readonly string[];
  readonly condition: string | null;
  readonly defaultFlowId: string | null;
  readonly calledElement: string | null;
  readonly event: unknown;
  readonly mappings: unknown;
  readonly record: readonly string[];
  readonly stages: readonly Stage[];
}

const NOTHING = {
  nameEn: undefined,
  settings: {},
  form: undefined,
  table: undefined,
  loop: null,
  way: [],
  condition: null,
  defaultFlowId: null,
  calledElement: null,
  event: null,
  mappings: [],
  record: [],
  stages: [],
} as const satisfies Partial<Compared>;

/** Everything in a version, by id. With a draft, what is frozen when it is published is not compared. */
export function comparedIn(
  { graph, record }: LoadedVersion,
  { withFrozen, locale }: { readonly withFrozen: boolean; readonly locale: Locale },
): ReadonlyMap<string, Compared> {
  const frozen = withFrozen ? record : { forms: {}, decisions: {} };
  const all = [
    ...Object.values(graph.elements).map((element) => comparedElement(graph, element, frozen)),
    ...Object.values(graph.flows).map((flow) => comparedFlow(graph, flow, locale)),
  ];
  return new Map(all.map((one) => [one.id, one]));
}

type Frozen = Pick<VersionRecord, 'forms' | 'decisions'>;

function comparedElement(graph: Graph, element: Element, { forms, decisions }: Frozen): Compared {
  const { id, name, type, settings, defaultFlowId, activity, event, task, scope } = element;
  const process = graph.processes[id]?.settings;
  const { definitions = null, isInterrupting = null, attachedToId = null, inputs = [], outputs = [] } = event ?? {};
  return {
    ...NOTHING,
    id,
    name,
    nameEn: settings.nameEn,
    type,
    settings: process ? { config: process.config } : settings,
    form: forms[id],
    table: settings.decisionRef === undefined ? undefined : decisions[settings.decisionRef],
    loop: activity?.loop ?? null,
    defaultFlowId,
    calledElement: task?.calledElement ?? null,
    event: [definitions, isInterrupting, attachedToId, task?.script ?? null, task?.message ?? null, scope?.adHoc ?? null],
    mappings: [activity?.inputs ?? inputs, activity?.outputs ?? outputs],
    record: process ? [process.recordCollection ?? '', process.title ?? '', process.businessKey ?? ''] : [],
    stages: process?.stages ?? [],
  };
}

function comparedFlow(graph: Graph, { id, name, sourceId, targetId, condition }: Flow, locale: Locale): Compared {
  const nameOf = (end: string) => elementNameIn(locale, graph, end, graph.elements[end]?.name ?? end);
  return { ...NOTHING, id, name, type: 'bpmn:SequenceFlow', condition, way: [nameOf(sourceId), nameOf(targetId)] };
}
