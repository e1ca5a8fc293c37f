import type { Element, Json, Variables } from '@wuxin/bpmn-core';
import { evaluateAt, type InstanceScope } from '../expressions';
import { written } from '../history';
import type { CorrectedParameter } from '../parameters';
import { readRecord, toJson } from '../records';
import type { Actor } from '../runtime/actor';
import { tables, type InstanceRecord, type TokenRecord } from '../store';
import { elementName, elementOf } from '../versions';
import { moveTokens, openInstance, save, type OpenedInstance } from './opened-instance';

/** What a correction is, wherever it leads. */
export interface CalledCorrection {
  readonly actor: Actor;
  readonly reason: string;
  /** Of the case whose parameters were corrected. */
  readonly changes: readonly CorrectedParameter[];
}

/** What the expressions of a case saw before and see now. */
interface Difference {
  readonly before: Pick<InstanceScope, 'variables' | 'parameters'>;
  readonly after: Pick<InstanceScope, 'variables' | 'parameters'>;
}

/** A value that a caller gave, and gives now. */
interface CorrectedInput {
  readonly name: string;
  readonly before: Json;
  readonly after: Json;
}

/**
 * A call gives values of parameters once, as inputs: a correction of the caller reaches the open cases that it called, and theirs, in the
 * inputs that the called process names in its property `correctable`. An input is corrected when the caller's mapping gave what the called
 * case still has, and gives another value now. Locks the called cases after the caller. What they have decided stays decided, and work that is open
 * keeps its deadline.
 */
export async function correctCalled(caller: OpenedInstance, difference: Difference, correction: CalledCorrection): Promise<void> {
  const { tx, instance } = caller;
  const tokens = await tables.tokens.select(tx, { instanceId: instance.id });
  const called = await tables.instances.select(tx, { parentInstanceId: instance.id, status: ['running', 'suspended'] });
  for (const child of called) {
    const token = tokens.find(({ id }) => id === child.parentTokenId);
    if (token) await correctChild({ caller, difference, correction }, child, scopesAbove(token, tokens));
  }
}

interface Call {
  readonly caller: OpenedInstance;
  readonly difference: Difference;
  readonly correction: CalledCorrection;
}

async function correctChild(call: Call, { id, parentTokenId }: InstanceRecord, scopes: readonly TokenRecord[]): Promise<void> {
  const { caller, correction } = call;
  const [token] = scopes;
  if (!token || token.id !== parentTokenId) return;
  const child = await openInstance(caller.tx, correction.actor, id);
  const inputs = await correctedInputs(call, { child, token, above: scopes.slice(1) });
  if (child.instance.endedAt !== null || inputs.length === 0) return;
  const before = { variables: child.session.instance.variables, parameters: child.instance.parameters };
  const { actor, reason, changes } = correction;
  child.unit.record({
    kind: 'parametersCorrected',
    actor,
    data: { changes: toJson(changes), inputs: inputs.map((input) => ({ ...input })) },
    payload: written({ reason }),
  });
  await moveTokens(child, {
    type: 'setVariables',
    variables: Object.fromEntries(inputs.map(({ name, after }) => [name, after])),
  });
  const after = { variables: child.session.instance.variables, parameters: child.instance.parameters };
  await correctCalled(child, { before, after }, correction);
  await save(child);
}

interface Called {
  readonly child: OpenedInstance;
  /** The caller's, at its call activity. */
  readonly token: TokenRecord;
  readonly above: readonly TokenRecord[];
}

async function correctedInputs({ caller, difference }: Call, { child, token, above }: Called): Promise<CorrectedInput[]> {
  const element = elementOf(caller.version, token.elementId);
  const record = await readRecord(caller.tx, caller.instance);
  const local = above.toReversed().reduce<Variables>((seen, { variables }) => ({ ...seen, ...variables }), {});
  const give = (source: string, { variables, parameters }: Difference['before']): Json | undefined =>
    given(caller, element, source, { variables: { ...variables, ...local }, parameters, record });
  const has = child.session.instance.variables;
  return (element.activity?.inputs ?? []).flatMap(({ source, target: name }) => {
    if (!correctableIn(child).includes(name)) return [];
    const [before, after] = [give(source, difference.before), give(source, difference.after)];
    if (before === undefined || after === undefined || isSame(before, after) || !isSame(before, has[name])) return [];
    return [{ name, before, after }];
  });
}

/** A mapping that cannot be read any more gives nothing: its case has gone on since. */
function given({ version, tx }: OpenedInstance, { id }: Element, source: string, scope: InstanceScope): Json | undefined {
  try {
    return evaluateAt({ elementId: id, elementName: elementName(version.graph, id) }, source, scope, tx.now);
  } catch {
    return undefined;
  }
}

/** Inputs of this process that may become another value while one of its cases is open, as the process says. */
function correctableIn({ version, instance }: OpenedInstance): string[] {
  const names = version.graph.processes[instance.processId]?.settings.config?.['correctable'] ?? '';
  return names.split(',').map((name) => name.trim());
}

/** A token and the scopes around it, the innermost first. */
function scopesAbove(token: TokenRecord, tokens: readonly TokenRecord[]): TokenRecord[] {
  const parent = tokens.find(({ id }) => id === token.parentId);
  return parent ? [token, ...scopesAbove(parent, tokens)] : [token];
}

const isSame = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);
