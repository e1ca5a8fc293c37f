import type {
  OptionRow,
  TryOutCase,
  TryOutForm,
  TryOutIncident,
  TryOutPath,
  TryOutPlace,
  TryOutTask,
  TryOutView,
  TryOutWaiting,
} from '../../common/api';
import { groupKeysOf, labelsOf } from '../assignment';
import { peopleByRule, reachOfStarter } from '../commands';
import type { NewTask } from '../engine';
import { formIn, optionsFor, recordIn } from '../forms';
import { snapshotParameters } from '../parameters';
import { outcomeViews } from '../queries';
import { errorText, incidentText } from '../runtime/error-text';
import { notFound } from '../runtime/errors';
import { textOf, type Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { visibleVariables } from '../store';
import { nameIn, processNameIn } from '../versions';
import { nameAt } from './entries';
import { refusalsOf } from './refusals';
import { replay, type Replay } from './replay';
import type { CaseInMemory } from './scratch-case';
import { stepToTakeBack, targetsFrom } from './going-back';
import { candidatesOf, openTaskAt } from './holders';
import { isReceived } from './steps';
import { Planned } from './time';
import { formOf, hasForm } from './version-to-try';

/** Where a path leads. Who may: administrators, by their right on the action. Changes nothing. */
export async function tryOut(tx: Tx, key: string, path: TryOutPath, locale: Locale): Promise<TryOutView> {
  const replayed = await replay(tx, key, path);
  const { world, tried } = replayed;
  const cases = world.cases.map((of) => caseView(of, locale));
  const tasks: TryOutTask[] = [];
  for (const of of world.cases) {
    for (const [opened, nth] of numbered([...of.tasks.values()], ({ task }) => task.elementId))
      tasks.push(await taskView(world.tx, of, opened, { nth, locale }));
  }
  return {
    now: world.now,
    number: tried.version.record.number,
    isDraft: tried.version.record.status === 'draft',
    warnings: await warningsOf(tx, replayed, path, locale),
    cases,
    tasks,
    waiting: world.cases.flatMap((of) => waitingIn(of, locale)),
    incidents: world.cases.flatMap((of) => incidentsIn(of, locale)),
    entries: world.entries.map(({ said, ...entry }) => ({ ...entry, text: said[locale] })),
    refusal: refusalView(tx, replayed, locale),
  };
}

/** The form of an open task, with the record as the path has left it. */
export async function tryOutForm(tx: Tx, key: string, path: TryOutPath, place: TryOutPlace, locale: Locale): Promise<TryOutForm> {
  const { of, form } = await formAt(tx, key, path, place);
  const { tree, contract } = formIn(locale, form);
  return { formTree: tree, contract, record: recordIn(locale, contract, of.record?.whole() ?? {}) };
}

/** What may be picked in such a form. */
export async function tryOutOptions(
  tx: Tx,
  key: string,
  path: TryOutPath,
  { place, ...query }: { readonly place: TryOutPlace; readonly field: string; readonly search?: string },
): Promise<OptionRow[]> {
  const { form } = await formAt(tx, key, path, place);
  return optionsFor(tx, { contract: form.contract, ...query });
}

async function formAt(tx: Tx, key: string, path: TryOutPath, place: TryOutPlace) {
  const { world } = await replay(tx, key, path);
  const { of } = openTaskAt(world, place);
  const form = await formOf(tx, of.version, place.elementId);
  if (!form) throw notFound('task.noForm');
  return { of, form };
}

function caseView(of: CaseInMemory, locale: Locale): TryOutCase {
  const { session, version, id, passed, taken, record } = of;
  const { title, status, stage, processKey, processName, processId } = session.record;
  const stages = version.graph.processes[processId]?.settings.stages ?? [];
  const current = stages.find((one) => one.key === stage);
  const here = session.tokens.filter(({ kind }) => kind === 'activity' || kind === 'event' || kind === 'joining');
  return {
    id,
    processName: processNameIn(locale, version.graph, processKey, processName),
    title,
    status: status === 'suspended' ? 'running' : status,
    stageName: current
      ? nameIn(locale, current.name ?? current.key, { name: current.name ?? current.key, nameEn: current.nameEn })
      : null,
    versionId: version.record.id,
    passed: [...passed],
    taken: [...taken],
    current: [...new Set(here.map(({ elementId }) => elementId))],
    stopped: [...new Set([...of.incidents.values()].map(({ elementId }) => elementId))],
    withdrawable: withdrawableIn(of, locale),
    variables: { ...session.record.variables },
    record: record ? record.whole() : null,
  };
}

function withdrawableIn(of: CaseInMemory, locale: Locale): TryOutCase['withdrawable'] {
  const step = of.session.record.status === 'running' ? stepToTakeBack(of) : undefined;
  return step ? { name: nameAt(of.version.graph, step.elementId, locale), by: step.completedByName ?? '' } : null;
}

interface Shown {
  readonly nth: number;
  readonly locale: Locale;
}

async function taskView(tx: Tx, of: CaseInMemory, opened: NewTask, { nth, locale }: Shown): Promise<TryOutTask> {
  const { task, groupKeys } = opened;
  const { elementId, dueAt, isDueProvisional, dueExplanation } = task;
  const steps = [];
  for (const step of of.planned.filter(({ tokenId }) => tokenId === task.tokenId))
    steps.push({ at: step.at, text: await plannedText(tx, of, opened, Planned.parse(step.payload), locale) });
  return {
    caseId: of.id,
    elementId,
    nth,
    name: nameAt(of.version.graph, elementId, locale),
    people: await candidatesOf(tx, opened),
    groups: [
      ...(
        await labelsOf(
          tx,
          groupKeys.filter((key) => !key.startsWith('!')),
          locale,
        )
      ).values(),
    ],
    deadline:
      dueAt === null
        ? null
        : {
            dueAt,
            isProvisional: isDueProvisional,
            explanation: (locale === 'en-US' ? dueExplanation?.en : dueExplanation?.zh) ?? '',
            steps,
          },
    outcomes: outcomeViews({ locale }, elementId, of.version),
    returnTargets: targetsFrom(of, opened).map((target) => ({
      elementId: target.elementId,
      elementName: nameAt(of.version.graph, target.elementId, locale),
    })),
    hasForm: of.record !== null && (await hasForm(tx, of.version, elementId)),
  };
}

type PlannedAction = ReturnType<typeof Planned.parse>;

async function plannedText(tx: Tx, of: CaseInMemory, { task }: NewTask, planned: PlannedAction, locale: Locale): Promise<string> {
  switch (planned.action) {
    case 'remind':
      return textOf(locale, 'tryOut.planned.remind');
    case 'outcome': {
      const outcome = outcomeViews({ locale }, task.elementId, of.version).find(({ key }) => key === planned.outcome);
      return textOf(locale, 'tryOut.planned.outcome', { outcome: outcome?.name ?? planned.outcome });
    }
    case 'escalate': {
      const people = await peopleByRule(tx, planned, {
        element: { elementId: task.elementId, elementName: task.elementName },
        instance: of.session.record,
        record: of.record?.plain() ?? null,
        variables: visibleVariables(of.session.reader, task.tokenId),
      });
      const names = people.map(({ name }) => name);
      return textOf(locale, names.length > 0 ? 'tryOut.planned.escalate' : 'tryOut.planned.escalateNobody', { people: names });
    }
  }
}

function waitingIn(of: CaseInMemory, locale: Locale): TryOutWaiting[] {
  const { graph } = of.version;
  const at = (elementId: string, nth: number) => ({ caseId: of.id, elementId, nth, name: nameAt(graph, elementId, locale) });
  const work = numbered([...of.asked.values()], (elementId) => elementId).map(
    ([elementId, nth]): TryOutWaiting => ({ ...at(elementId, nth), kind: 'work', dueAt: null, message: null }),
  );
  const received = of.session.subscriptions.filter(({ kind }) => isReceived(kind));
  const others = of.session.subscriptions.filter(({ kind }) => !isReceived(kind));
  const events = [...numbered(received, ({ elementId }) => elementId), ...numbered(others, ({ elementId }) => elementId)].map(
    ([{ elementId, kind, dueAt, name: message }, nth]): TryOutWaiting => ({ ...at(elementId, nth), kind, dueAt, message }),
  );
  return [...work, ...events];
}

function incidentsIn(of: CaseInMemory, locale: Locale): TryOutIncident[] {
  const { graph } = of.version;
  const askedAt = [...of.asked.values()];
  return numbered([...of.incidents.values()], ({ elementId }) => elementId).map(([{ elementId, code, data }, index]) => {
    const name = nameAt(graph, elementId, locale);
    // work that is asked for there comes first
    const nth = index + askedAt.filter((at) => at === elementId).length;
    return { caseId: of.id, elementId, nth, name, text: incidentText(locale, code, { ...data, elementName: name }) };
  });
}

/** What would keep this person from starting this case really: the try-out begins all the same. */
async function warningsOf(tx: Tx, { tried, world }: Replay, { setup }: TryOutPath, locale: Locale): Promise<string[]> {
  const { version, process } = tried;
  const { unconfirmed } = await snapshotParameters(tx, version.record.parameterKeys, setup.placeId);
  const [main] = world.cases;
  const { own } = await groupKeysOf(tx, setup.starterId);
  const reach = reachOfStarter(version, { isAdministrator: false, own });
  const around = main?.session.record.placePath.map(({ id }) => id) ?? [];
  const mayStart = reach === 'everywhere' || (reach?.some((id) => around.includes(id)) ?? false);
  const starter = main?.session.record.starterName ?? '';
  const names = unconfirmed.map(({ name, nameEn }) => (locale === 'en-US' ? nameEn : name));
  return [
    ...(mayStart ? [] : [textOf(locale, 'tryOut.mayNotStart', { starter, process: process.name })]),
    ...(names.length > 0 ? [textOf(locale, 'tryOut.unconfirmed', { names })] : []),
  ];
}

function refusalView(tx: Tx, { refused }: Replay, locale: Locale): TryOutView['refusal'] {
  if (!refused) return null;
  const words = refusalsOf(tx.db).find(refused.error, locale);
  return { step: refused.step, code: words?.code ?? '', text: words?.text ?? errorText(locale, '', {}) };
}

/** Each with how many of the same element come before it. */
function numbered<Item>(items: readonly Item[], elementOf: (item: Item) => string): [Item, number][] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const nth = counts.get(elementOf(item)) ?? 0;
    counts.set(elementOf(item), nth + 1);
    return [item, nth];
  });
}
