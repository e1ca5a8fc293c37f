/**
 * Writes BPMN from a few words a line, for tests whose process fits in five lines. Bigger ones are `.bpmn` files.
 *
 * `a -> b` is a flow, `a -> b : =x > 1` one with a condition; a line that begins with `<` is an element as it is; flows and
 * elements stand where BPMN wants them. `@name="value"` lines are attributes of the process.
 */
export function bpmn(id: string, lines: string): string {
  const parts = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const attributes = parts.filter((part) => part.startsWith('@')).map((part) => part.slice(1));
  const flows = parts.filter((part) => /^\w+ -> \w+/.test(part)).map(flow);
  const elements = parts.filter((part) => !part.startsWith('@') && !/^\w+ -> \w+/.test(part));
  return definitions(`<bpmn:process id="${id}" name="${id}" isExecutable="true" ${attributes.join(' ')}>
    ${elements.filter((part) => !ROOT.test(part)).join('\n')}
    ${flows.join('\n')}
  </bpmn:process>${elements.filter((part) => ROOT.test(part)).join('\n')}`);
}

/** What stands beside the process and not in it. */
const ROOT = /^<bpmn:(message|signal|error|escalation|process) /;

export const definitions = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:wuxin="urn:wuxin:bpmn:1" id="Definitions" targetNamespace="urn:test">${content}</bpmn:definitions>`;

function flow(part: string, index: number): string {
  const [, from, to, condition] = /^(\w+) -> (\w+)(?: : (.*))?$/.exec(part) ?? [];
  const expression =
    condition && `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped(condition)}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="flow${index + 1}" sourceRef="${from}" targetRef="${to}">${expression ?? ''}</bpmn:sequenceFlow>`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A user task with its assignment and whatever else stands in its extension elements. */
export const userTask = (
  id: string,
  options: { name?: string; kind?: string; value?: string; inside?: string; loop?: string; attributes?: string } = {},
): string => {
  const { name = id, kind = 'starter', value = '', inside = '', loop = '', attributes = '' } = options;
  return `<bpmn:userTask id="${id}" name="${name}" ${attributes}><bpmn:extensionElements><wuxin:assignment kind="${kind}" value="${value}" />${inside}</bpmn:extensionElements>${loop}</bpmn:userTask>`;
};

export const timer = (id: string, kind: 'Date' | 'Duration' | 'Cycle', value: string): string =>
  `<bpmn:timerEventDefinition id="${id}"><bpmn:time${kind} xsi:type="bpmn:tFormalExpression">${value}</bpmn:time${kind}></bpmn:timerEventDefinition>`;
