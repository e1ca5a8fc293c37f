import { findElement, type Graph } from '@wuxin/bpmn-core';
import type { KeptTestDifference, TryOutStep } from '../../common/api';
import { labelsOf } from '../assignment';
import { outcomesOf } from '../commands';
import { localDateOf } from '../runtime/local-date';
import { textOf, type Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { nameAt } from './entries';
import { refusalsOf } from './refusals';
import type { Replay } from './replay';
import type { StandingTask, TryOutState } from './state';
import type { KeptTestRecord } from './store';

/** The first step after which the process does not stand as it did when the test was kept; null when there is none. */
export async function firstDifference(
  tx: Tx,
  test: Pick<KeptTestRecord, 'path' | 'states'>,
  replayed: Replay,
  locale: Locale,
): Promise<KeptTestDifference | null> {
  const { states, refused, tried } = replayed;
  const step = test.states.findIndex((state, index) => !isSame(state, states[index]));
  if (step < 0) return null;
  const what = whatWasDone(tried.version.graph, replayed, test.path.steps[step - 1], locale);
  const now = states[step];
  if (!now)
    return { step, text: textOf(locale, 'tryOut.test.refused', { step, what, reason: refusalText(tx, refused, locale) }) };
  const before = await inWords(tx, test.states[step], locale);
  return { step, text: textOf(locale, 'tryOut.test.differs', { step, what, before, now: await inWords(tx, now, locale) }) };
}

/** Names of elements may change without anything else. */
function isSame(before: TryOutState, now: TryOutState | undefined): boolean {
  const facts = ({ open, stopped, ended }: TryOutState) => ({
    open: open.map(({ caseId, elementId, groups }) => `${caseId} ${elementId} ${groups.join()}`).sort(),
    stopped: stopped.map(({ caseId, elementId }) => `${caseId} ${elementId}`).sort(),
    ended,
  });
  return now !== undefined && JSON.stringify(facts(before)) === JSON.stringify(facts(now));
}

function refusalText(tx: Tx, refused: Replay['refused'], locale: Locale): string {
  return (refused && refusalsOf(tx.db).find(refused.error, locale)?.text) ?? '';
}

function whatWasDone(graph: Graph, { tried }: Replay, step: TryOutStep | undefined, locale: Locale): string {
  if (!step) return textOf(locale, 'tryOut.test.start');
  switch (step.kind) {
    case 'wait':
      return textOf(locale, 'tryOut.test.wait', { date: localDateOf(step.until) });
    case 'withdraw':
      return textOf(locale, 'tryOut.test.withdrawn');
    case 'return':
      return textOf(locale, 'tryOut.test.returned', {
        element: nameAt(graph, step.elementId, locale),
        target: nameAt(graph, step.to, locale),
      });
    case 'answer':
    case 'receive':
      return nameAt(graph, step.elementId, locale);
    case 'complete': {
      const element = nameAt(graph, step.elementId, locale);
      const known = findElement(graph, step.elementId) ? outcomesOf(tried.version, step.elementId) : [];
      const outcome = known.find(({ key }) => key === step.outcome);
      const name = (locale === 'en-US' ? outcome?.nameEn : undefined) ?? outcome?.name ?? step.outcome;
      return textOf(locale, 'tryOut.test.done', { element, outcome: name });
    }
  }
}

async function inWords(tx: Tx, state: TryOutState | undefined, locale: Locale): Promise<string> {
  const { open = [], stopped = [], ended = [] } = state ?? {};
  const labels = await labelsOf(
    tx,
    open.flatMap(({ groups }) => groups),
    locale,
  );
  const task = ({ name, groups }: StandingTask) =>
    textOf(locale, 'tryOut.test.task', { name, groups: groups.map((key) => labels.get(key) ?? key) });
  const main = ended.find(({ caseId }) => !caseId.includes('/'));
  const parts = [
    ...open.map(task),
    ...stopped.map(({ name }) => textOf(locale, 'tryOut.test.stopped', { name })),
    ...(main ? [textOf(locale, 'tryOut.test.ended', { at: main.at })] : []),
  ];
  return parts.length > 0 ? parts.join(textOf(locale, 'tryOut.test.and')) : textOf(locale, 'tryOut.test.nothing');
}
