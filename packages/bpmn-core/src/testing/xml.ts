/** Small builders for BPMN in tests; messages M1 and M2, signal S1, errors E1 and E2 and escalation X1 are declared. */
const NAMESPACES =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xmlns:wuxin="urn:wuxin:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Defs" targetNamespace="urn:test"';

const DECLARED =
  '<message id="Msg_M1" name="M1"/><message id="Msg_M2" name="M2"/><signal id="Sig_S1" name="S1"/>' +
  '<error id="Err_E1" errorCode="E1"/><error id="Err_E2" errorCode="E2"/><escalation id="Esc_X1" escalationCode="X1"/>';

type Content = string | readonly Content[];

export function file(...processes: readonly Content[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><definitions ${NAMESPACES}>${DECLARED}${flat(processes)}</definitions>`;
}

/** A file with one process called P. */
export function process(...content: readonly Content[]): string {
  return file(processElement('P', ...content));
}

export function processElement(id: string, ...content: readonly Content[]): string {
  return `<process id="${id}" name="${id}" isExecutable="true">${flat(content)}</process>`;
}

export function element(tag: string, id: string, attributes = '', ...content: readonly Content[]): string {
  return `<${tag} id="${id}" name="${id}" ${attributes}>${flat(content)}</${tag}>`;
}

export const start = (id = 's', ...definitions: readonly Content[]) => element('startEvent', id, '', ...definitions);
export const end = (id = 'e', ...definitions: readonly Content[]) => element('endEvent', id, '', ...definitions);
export const user = (id: string, ...content: readonly Content[]) => element('userTask', id, '', ...content);
export const task = (id: string, ...content: readonly Content[]) => element('task', id, '', ...content);
export const sub = (id: string, ...content: readonly Content[]) => element('subProcess', id, '', ...content);
export const xor = (id: string, defaultFlow?: string) =>
  element('exclusiveGateway', id, defaultFlow ? `default="${defaultFlow}"` : '');
export const or = (id: string, defaultFlow?: string) =>
  element('inclusiveGateway', id, defaultFlow ? `default="${defaultFlow}"` : '');
export const and = (id: string) => element('parallelGateway', id);
export const caught = (id: string, ...definitions: readonly Content[]) =>
  element('intermediateCatchEvent', id, '', ...definitions);
export const thrown = (id: string, ...definitions: readonly Content[]) =>
  element('intermediateThrowEvent', id, '', ...definitions);

export function eventSub(
  id: string,
  start_: { interrupting: boolean; definition: string; attributes?: string },
  ...content: readonly Content[]
): string {
  const event = element(
    'startEvent',
    `${id}_s`,
    `isInterrupting="${start_.interrupting}" ${start_.attributes ?? ''}`,
    start_.definition,
  );
  return element('subProcess', id, 'triggeredByEvent="true"', event, ...content);
}

export function boundary(
  id: string,
  host: string,
  definition: Content,
  options: { interrupting?: boolean; attributes?: string } = {},
): string {
  return element(
    'boundaryEvent',
    id,
    `attachedToRef="${host}" cancelActivity="${options.interrupting !== false}" ${options.attributes ?? ''}`,
    definition,
  );
}

export function flow(from: string, to: string, condition?: string): string {
  const expression =
    condition === undefined
      ? ''
      : `<conditionExpression xsi:type="tFormalExpression">${escapeXml(condition)}</conditionExpression>`;
  return `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${expression}</sequenceFlow>`;
}

/** Unconditional flows from each element to the next. */
export function chain(...ids: readonly string[]): string {
  return ids
    .slice(1)
    .map((to, index) => flow(ids[index] ?? '', to))
    .join('');
}

export const message = (name = 'M1', key?: string) =>
  `<messageEventDefinition messageRef="Msg_${name}" ${key === undefined ? '' : `wuxin:correlationKey="${escapeXml(key)}"`}/>`;
export const signal = (name = 'S1') => `<signalEventDefinition signalRef="Sig_${name}"/>`;
export const error = (code?: string) => `<errorEventDefinition ${code ? `errorRef="Err_${code}"` : ''}/>`;
export const escalation = (code?: string) => `<escalationEventDefinition ${code ? `escalationRef="Esc_${code}"` : ''}/>`;
export const compensation = (attributes = '') => `<compensateEventDefinition ${attributes}/>`;
export const terminate = '<terminateEventDefinition/>';
export const cancel = '<cancelEventDefinition/>';
export const link = (name: string) => `<linkEventDefinition name="${name}"/>`;
export const condition = (expression: string) =>
  `<conditionalEventDefinition>${formal('condition', expression)}</conditionalEventDefinition>`;
export const duration = (text: string) => timer('timeDuration', text);
export const date = (text: string) => timer('timeDate', text);
export const cycle = (text: string) => timer('timeCycle', text);

export function multi(options: {
  sequential?: boolean;
  cardinality?: string;
  until?: string;
  collection?: string;
  as?: string;
}): string {
  const collection = options.collection === undefined ? '' : `wuxin:collection="${escapeXml(options.collection)}"`;
  const as = options.as === undefined ? '' : `wuxin:elementVariable="${options.as}"`;
  const cardinality = options.cardinality === undefined ? '' : formal('loopCardinality', options.cardinality);
  const until = options.until === undefined ? '' : formal('completionCondition', options.until);
  const attributes = `isSequential="${options.sequential === true}" ${collection} ${as}`;
  return `<multiInstanceLoopCharacteristics ${attributes}>${cardinality}${until}</multiInstanceLoopCharacteristics>`;
}

export function io(inputs: Readonly<Record<string, string>>, outputs: Readonly<Record<string, string>> = {}): string {
  const lines = (tag: string, mapping: Readonly<Record<string, string>>) =>
    Object.entries(mapping).map(([target, source]) => `<wuxin:${tag} source="${escapeXml(source)}" target="${target}"/>`);
  const mappings = [...lines('input', inputs), ...lines('output', outputs)].join('');
  return `<extensionElements><wuxin:ioMapping>${mappings}</wuxin:ioMapping></extensionElements>`;
}

export const handlerOf = (boundaryId: string, handlerId: string) =>
  `<association id="as_${boundaryId}" sourceRef="${boundaryId}" targetRef="${handlerId}" associationDirection="One"/>`;

export function formal(tag: string, text: string): string {
  return `<${tag} xsi:type="tFormalExpression">${escapeXml(text)}</${tag}>`;
}

function timer(tag: string, text: string): string {
  return `<timerEventDefinition>${formal(tag, text)}</timerEventDefinition>`;
}

function flat(content: Content): string {
  return typeof content === 'string' ? content : content.map(flat).join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
