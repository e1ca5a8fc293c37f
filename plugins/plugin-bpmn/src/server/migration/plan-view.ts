import {
  checkMapping,
  findElement,
  findFlow,
  possibleTargets,
  proposeMapping,
  type Element,
  type PairProblemCode,
  type ProposedMapping,
} from '@wuxin/bpmn-core';
import type { ElementChoice, MigrationFlow, MigrationPlanBody, MigrationPlanView, MigrationRow } from '../../common/api';
import type { Actor } from '../runtime/actor';
import { errorText } from '../runtime/error-text';
import { mustHave } from '../runtime/rights';
import { textOf, type Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { processNameIn, type LoadedVersion } from '../versions';
import { casesByElement, casesOf } from './store';
import { bothVersions, versionsProblem } from './plan';
import { nameOf } from './words';

interface Both {
  readonly from: LoadedVersion;
  readonly to: LoadedVersion;
}

/** Where cases stand in one version, and where each of them could go on in another one. Who may: administrators. */
export async function migrationPlan(
  tx: Tx,
  actor: Actor,
  { key, locale, chosen = {}, ...numbers }: MigrationPlanBody & { readonly key: string; readonly locale: Locale },
): Promise<MigrationPlanView> {
  mustHave(actor, 'migrate');
  const both = await bothVersions(tx, key, numbers);
  const problem = versionsProblem(both);
  const versions = { source: both.from.graph, target: both.to.graph };
  const proposed = proposeMapping(versions, chosen);
  const name = both.to.graph.processes[key]?.name ?? key;
  return {
    processName: processNameIn(locale, both.to.graph, key, name),
    versions: await versionChoices(tx, key),
    from: { number: both.from.record.number },
    to: { number: both.to.record.number },
    problem: problem && errorText(locale, problem.code, problem.data),
    cases: await tables.instances.count(tx, casesOf(tx, both.from)),
    mapping: { elements: { ...proposed.mapping.elements }, flows: { ...proposed.mapping.flows } },
    rows: rowsOf(locale, both, { proposed, cases: await casesByElement(tx, both.from) }),
    flows: flowsOf(locale, both, proposed),
  };
}

async function versionChoices(tx: Tx, processKey: string): Promise<MigrationPlanView['versions']> {
  const versions = await tables.versions.selectColumns(
    tx,
    ['id', 'number', 'status'],
    { processKey },
    { order: [['number', 'DESC']] },
  );
  const frozen = versions.filter(({ status }) => status !== 'draft');
  const counts = await tables.instances.countBy(tx, ['versionId', 'status'], { versionId: frozen.map(({ id }) => id) });
  const open = (id: string) =>
    counts.filter(({ versionId, status }) => versionId === id && (status === 'running' || status === 'suspended'));
  return frozen.map(({ id, number, status }) => ({
    number,
    isPublished: status === 'published',
    running: open(id).reduce((sum, { count }) => sum + count, 0),
  }));
}

interface Standing {
  readonly proposed: ProposedMapping;
  readonly cases: ReadonlyMap<string, number>;
}

/** Elements at which something can wait, and whatever else a case stands at. */
function rowsOf(locale: Locale, both: Both, { proposed, cases }: Standing): MigrationRow[] {
  const versions = { source: both.from.graph, target: both.to.graph };
  const { elements } = proposed.mapping;
  const problems = new Map(checkMapping(versions, proposed.mapping).map(({ elementId, code }) => [elementId, code]));
  const unmapped = new Map(proposed.unmapped.map(({ elementId, code }) => [elementId, code]));
  return Object.values(both.from.graph.elements)
    .filter((element) => element.kind !== 'process' && (kindOf(element) !== 'other' || cases.has(element.id)))
    .map((element) => {
      const code = problems.get(element.id) ?? unmapped.get(element.id);
      return {
        elementId: element.id,
        name: nameOf(locale, both.from, element.id),
        kind: kindOf(element),
        cases: cases.get(element.id) ?? 0,
        targetId: elements[element.id] ?? null,
        problem: code === undefined ? null : problemText(locale, code),
        targets: possibleTargets(versions, elements, element.id).map(({ id }) => choice(locale, both.to, id)),
      };
    });
}

function kindOf({ kind, incoming }: Element): MigrationRow['kind'] {
  switch (kind) {
    case 'workTask':
    case 'callActivity':
    case 'receiveTask':
      return 'step';
    case 'subProcess':
    case 'adHocSubProcess':
    case 'eventSubProcess':
      return 'scope';
    case 'intermediateCatchEvent':
    case 'eventBasedGateway':
    case 'boundaryEvent':
      return 'event';
    case 'parallelGateway':
    case 'inclusiveGateway':
      return incoming.length > 1 ? 'join' : 'other';
    default:
      return 'other';
  }
}

/** Of joins that stay; what is not said there stops only cases that wait there. */
function flowsOf(locale: Locale, both: Both, { mapping }: ProposedMapping): MigrationFlow[] {
  const joins = Object.values(both.from.graph.elements).filter((element) => kindOf(element) === 'join');
  return joins.flatMap((join) => {
    const target = findElement(both.to.graph, mapping.elements[join.id] ?? '');
    if (!target) return [];
    const targets = target.incoming.map((id) => ({ elementId: id, name: wayName(locale, both.to, id) }));
    return join.incoming.map((flowId) => ({
      flowId,
      name: wayName(locale, both.from, flowId),
      targetId: mapping.flows[flowId] ?? null,
      targets,
    }));
  });
}

function wayName(locale: Locale, version: LoadedVersion, flowId: string): string {
  const flow = findFlow(version.graph, flowId);
  return flow ? `${nameOf(locale, version, flow.sourceId)} → ${nameOf(locale, version, flow.targetId)}` : flowId;
}

const choice = (locale: Locale, version: LoadedVersion, elementId: string): ElementChoice => ({
  elementId,
  name: nameOf(locale, version, elementId),
});

const problemText = (locale: Locale, code: PairProblemCode | 'gone') => textOf(locale, `migration.problem.${code}`);
