import { findElement, type Element, type ModdleElement } from '@wuxin/bpmn-core';
import Linter from 'bpmnlint/lib/linter';
import type { Problem } from '../api';
import { type Context, type Rule, type Said } from './rule';
import { RULES } from './rules';
import { nameOf, type Words } from './words';

const PREFIX = 'wuxin/';
const BROKEN = 'rule-error';

/** Our rules for bpmnlint, which walks the file. Each looks at the compiled element, so that a rule and the engine read it alike. */
export async function lint(definitions: ModdleElement, context: Context, words: Words): Promise<Problem[]> {
  const rules: Readonly<Record<string, Rule>> = RULES;
  const linter = new Linter({
    resolver: { resolveRule: (_pkg, name) => factoryOf(rules[name], context), resolveConfig: () => undefined },
    config: {
      rules: Object.fromEntries(
        Object.entries(rules).map(([code, { severity }]) => [`${PREFIX}${code}`, severity === 'error' ? 'error' : 'warn']),
      ),
    },
  });
  const found = await linter.lint(definitions);
  const problems = Object.entries(found).flatMap(([name, reports]) => {
    const code = name.slice(PREFIX.length);
    return reports.flatMap(({ id, message, category, said }): Problem[] => {
      if (category === BROKEN) throw new Error(`the rule ${name} failed: ${message}`);
      const element = id === undefined ? undefined : findElement(context.graph, id);
      return element && rules[code] ? [problemOf(code, rules[code], element, said as Said, words)] : []; // as reported below
    });
  });
  const order = new Map(Object.keys(context.graph.elements).map((id, index) => [id, index]));
  return problems.sort((a, b) => (order.get(a.elementId ?? '') ?? 0) - (order.get(b.elementId ?? '') ?? 0));
}

const factoryOf = (rule: Rule | undefined, context: Context) =>
  rule &&
  (() => ({
    check: (
      { id }: { readonly id?: string },
      reporter: { report(id: string, message: string, context: Readonly<Record<string, unknown>>): void },
    ) => {
      const element = id === undefined ? undefined : findElement(context.graph, id);
      if (element) for (const said of rule.find(element, context)) reporter.report(element.id, rule.severity, { said });
      return undefined;
    },
  }));

function problemOf(code: string, { severity }: Rule, element: Element, said: Said, words: Words): Problem {
  const elementName = nameOf(element, words);
  return { code, severity, elementId: element.id, elementName, text: words.say(`problems.${code}`, { ...said, elementName }) };
}
