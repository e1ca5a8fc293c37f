import { findElement, type Element, type ModdleElement } from '@wuxin/bpmn-core';
import Linter from 'bpmnlint/lib/linter';
import type { Problem } from '../api';
import type { Context, Rule, Said, Source } from './rule';
import { RULES } from './rules';
import { nameOf, type Words } from './words';

/** All rules as one of bpmnlint's: it walks the whole file for each that it is given. */
const ALL = 'wuxin/all';
const BROKEN = 'rule-error';
/** Nothing that a rule looks at is below these. */
const WITHOUT_ELEMENTS = new Set(['bpmndi:BPMNDiagram', 'bpmn:ExtensionElements']);

/** Our rules for bpmnlint, which walks the file. Each looks at the compiled element, so that a rule and the engine read it alike. */
export async function lint(definitions: ModdleElement, context: Context, words: Words): Promise<Problem[]> {
  const linter = new Linter({
    resolver: { resolveRule: () => factoryOf(context), resolveConfig: () => undefined },
    config: { rules: { [ALL]: 'error' } },
  });
  const found = await linter.lint(definitions);
  const problems = Object.values(found)
    .flat()
    .map(({ message, category, finding }): Problem => {
      if (category === BROKEN) throw new Error(`a rule failed: ${message}`);
      return problemOf(finding as Finding, words); // as reported below
    });
  const order = new Map(Object.keys(context.graph.elements).map((id, index) => [id, index]));
  return problems.sort((a, b) => (order.get(a.elementId ?? '') ?? 0) - (order.get(b.elementId ?? '') ?? 0));
}

interface Finding {
  readonly code: string;
  readonly rule: Rule;
  readonly element: Element;
  readonly said: Said;
}

const RULES_BY_CODE: readonly (readonly [code: string, rule: Rule])[] = Object.entries(RULES);

const factoryOf = (context: Context) => () => ({
  check: (
    source: Source & { readonly $type: string; readonly id?: string },
    reporter: { report(id: string, message: string, context: Readonly<Record<string, unknown>>): void },
  ) => {
    const element = source.id === undefined ? undefined : findElement(context.graph, source.id);
    if (element)
      for (const [code, rule] of RULES_BY_CODE)
        for (const said of rule.find(element, context, source))
          reporter.report(element.id, code, { finding: { code, rule, element, said } satisfies Finding });
    return WITHOUT_ELEMENTS.has(source.$type) ? false : undefined;
  },
});

function problemOf({ code, rule: { severity }, element, said }: Finding, words: Words): Problem {
  const elementName = nameOf(element, words);
  return { code, severity, elementId: element.id, elementName, text: words.say(`problems.${code}`, { ...said, elementName }) };
}
