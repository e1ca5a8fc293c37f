import { findElement, flowsOf, type Element, type Flow, type Graph } from '@wuxin/bpmn-core';
import { evaluateFeel, namesUsed } from '@wuxin/feel';

/** How a task ends that names no outcomes. */
const ONLY_OUTCOME = 'complete';
const PASSED_BY = new Set(['exclusiveGateway', 'inclusiveGateway']);

/** An outcome with which a case would come to a point where no flow goes on. */
export interface Stuck {
  readonly taskId: string;
  readonly outcome: string;
  /** The gateway, or the task itself where its flows have conditions. */
  readonly atId: string;
}

export interface OutcomeReach {
  readonly stuck: readonly Stuck[];
  /**
   * The outcomes with which a case can come to a gateway. Undefined where something else than a step of people comes before it: then nobody
   * can tell from the drawing.
   */
  outcomesAt(elementId: string): ReadonlySet<string> | undefined;
  /** Gateways at which a flow is taken whatever the outcome is, though none is the default. */
  readonly complete: ReadonlySet<string>;
}

/**
 * Follows each outcome of each step of people through the gateways behind it, as the engine would. Only what is certain counts: a condition that
 * reads anything but the outcome may hold, and then nothing is said.
 */
export function outcomeReach(graph: Graph): OutcomeReach {
  const arrived = new Map<string, Set<string>>();
  const stuck: Stuck[] = [];
  const incomplete = new Set<string>();
  for (const task of Object.values(graph.elements).filter(leavesItsOutcome)) {
    for (const outcome of outcomesOf(task)) follow(task, outcome, new Set(), task.id);
  }
  const known = (id: string) => isKnown(graph, id, new Set());
  const complete = [...arrived.keys()].filter((id) => !incomplete.has(id) && known(id));
  return { stuck, outcomesAt: (id) => (known(id) ? (arrived.get(id) ?? new Set()) : undefined), complete: new Set(complete) };

  function follow(at: Element, outcome: string, seen: Set<string>, taskId: string): void {
    if (seen.has(at.id)) return;
    seen.add(at.id);
    if (at.id !== taskId) arrived.set(at.id, (arrived.get(at.id) ?? new Set()).add(outcome));
    const flows = flowsOf(graph, at.outgoing);
    const ways = waysOut(at, flows, outcome);
    if (ways.isStuck) stuck.push({ taskId, outcome, atId: at.id });
    if (!ways.isSure) incomplete.add(at.id);
    for (const flow of ways.flows) {
      const next = findElement(graph, flow.targetId);
      if (next && PASSED_BY.has(next.kind)) follow(next, outcome, seen, taskId);
    }
  }
}

/** A loop puts several outcomes together, and mappings choose what is kept: there the last outcome is not what flows see. */
const leavesItsOutcome = ({ type, activity }: Element) =>
  type === 'bpmn:UserTask' && activity?.loop === null && activity.outputs.length === 0;

export const outcomesOf = ({ settings }: Element): readonly string[] =>
  settings.outcomes?.map(({ key }) => key) ?? [ONLY_OUTCOME];

interface Ways {
  readonly flows: readonly Flow[];
  /** No flow holds, whatever else the case knows. */
  readonly isStuck: boolean;
  /** One holds, whatever else the case knows. */
  readonly isSure: boolean;
}

function waysOut(at: Element, flows: readonly Flow[], outcome: string): Ways {
  const judged = flows
    .filter(({ id }) => id !== at.defaultFlowId)
    .map((flow) => ({ flow, holds: flow.condition === null ? true : holdsFor(flow.condition, outcome) }));
  const open = judged.filter(({ holds }) => holds !== false).map(({ flow }) => flow);
  const isSure = judged.some(({ holds }) => holds === true);
  const fallback = isSure ? [] : flows.filter(({ id }) => id === at.defaultFlowId);
  return {
    flows: [...open, ...fallback],
    isStuck: flows.length > 0 && open.length === 0 && fallback.length === 0,
    isSure: isSure || fallback.length > 0,
  };
}

/** @returns undefined where the condition reads something else, or cannot be evaluated */
function holdsFor(condition: string, outcome: string): boolean | undefined {
  try {
    const names = namesUsed(condition);
    if (names.length !== 1 || names[0] !== 'outcome' || /\bparam\s*\(|\bnow\s*\(|\btoday\s*\(/.test(condition)) return undefined;
    return evaluateFeel(condition, { outcome }, { now: 0 }) === true;
  } catch {
    return undefined; // what is wrong with it is said of the expression
  }
}

/** Whether nothing but steps of people, through gateways, leads to an element. */
function isKnown(graph: Graph, id: string, seen: Set<string>): boolean {
  if (seen.has(id)) return true;
  seen.add(id);
  const element = findElement(graph, id);
  if (!element || element.incoming.length === 0) return false;
  return flowsOf(graph, element.incoming).every(({ sourceId }) => {
    const source = findElement(graph, sourceId);
    if (!source) return false;
    return PASSED_BY.has(source.kind) ? isKnown(graph, sourceId, seen) : leavesItsOutcome(source);
  });
}
