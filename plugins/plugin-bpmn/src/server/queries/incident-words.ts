import type { Graph } from '@wuxin/bpmn-core';
import { incidentText } from '../runtime/error-text';
import type { Locale } from '../runtime/texts';
import type { IncidentRecord } from '../store';
import { elementNameIn } from '../versions';

/** Where and why an instance is stuck, in the reader's language. */
export function incidentWords(
  locale: Locale,
  graph: Graph,
  { elementId, elementName: stored, code, data }: IncidentRecord,
): { elementName: string; text: string } {
  const elementName = elementNameIn(locale, graph, elementId, stored);
  const facts = data.elementName === stored ? { ...data, elementName } : data;
  return { elementName, text: incidentText(locale, code, facts) };
}
