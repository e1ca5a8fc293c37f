import type { Element, Graph } from '@wuxin/bpmn-core';
import type { Problem } from '../../common/api';
import type { ActorOrSystem } from '../runtime/actor';
import { forbidden } from '../runtime/errors';
import { mayDo } from '../runtime/rights';
import { textOf, type Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { loadVersion } from '../versions';

/** What an element calls outside of its process; null where it calls nothing. */
function bindingOf({ settings, task }: Element): string | null {
  if (task?.script) return JSON.stringify(['script', task.script.format, task.script.source]);
  if (settings.activityType === 'workflow') return JSON.stringify(['workflow', settings.config ?? {}]);
  return null;
}

/**
 * Elements that call a workflow of NocoBase or run a script and did not, or called another one, in the version in force (of a process that is
 * out of use: in the last one that was).
 */
async function newBindings(tx: Tx, processKey: string, { elements }: Graph): Promise<Element[]> {
  const bound = Object.values(elements).filter((element) => bindingOf(element) !== null);
  if (bound.length === 0) return [];
  const before = await lastPublished(tx, processKey);
  return bound.filter((element) => {
    const known = before?.elements[element.id];
    return !known || bindingOf(known) !== bindingOf(element);
  });
}

async function lastPublished(tx: Tx, processKey: string): Promise<Graph | undefined> {
  const published = await tables.versions.selectColumns(tx, ['id', 'number', 'status'], {
    processKey,
    status: ['published', 'retired'],
  });
  const inForce = published.find(({ status }) => status === 'published');
  const last = inForce ?? published.sort((a, b) => b.number - a.number)[0];
  return last ? (await loadVersion(tx, last.id)).graph : undefined;
}

/**
 * What is new of that kind takes the right to bind, whoever drew it.
 * @throws forbidden `process.mayNotBind`, which names the elements
 */
export async function mustBindOnlyWhatIsBound(tx: Tx, actor: ActorOrSystem, processKey: string, graph: Graph): Promise<void> {
  if (mayDo(actor, 'bind')) return;
  const found = await newBindings(tx, processKey, graph);
  if (found.length === 0) return;
  throw forbidden('process.mayNotBind', {
    elementIds: found.map(({ id }) => id),
    names: found.map(({ id, name }) => `“${name ?? id}”`),
  });
}

/** The same, as a check says it before. */
export async function bindingProblems(
  tx: Tx,
  { actor, processKey, graph, locale }: { actor: ActorOrSystem; processKey: string; graph: Graph; locale: Locale },
): Promise<Problem[]> {
  if (mayDo(actor, 'bind')) return [];
  return (await newBindings(tx, processKey, graph)).map(({ id, name, settings }) => {
    const own = name ?? id;
    const elementName = locale === 'en-US' ? (settings.nameEn ?? own) : own;
    const code = 'process.mayNotBind';
    return { code, severity: 'error', elementId: id, elementName, text: textOf(locale, `problems.${code}`, { elementName }) };
  });
}
