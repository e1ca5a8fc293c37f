import { compile } from '.';
import { parseDefinitions } from '../parse';
import { problemsOf } from '../testing/play';
import {
  and,
  boundary,
  cancel,
  caught,
  chain,
  compensation,
  condition,
  cycle,
  date,
  duration,
  element,
  end,
  error,
  escalation,
  eventSub,
  file,
  flow,
  handlerOf,
  io,
  link,
  message,
  multi,
  or,
  process,
  signal,
  start,
  sub,
  task,
  terminate,
  thrown,
  user,
  xor,
} from '../testing/xml';
import type { ProblemCode } from './problems';

/** A process that is right but for what is added. */
const around = (...content: (string | string[])[]) => process(start(), user('A'), end(), chain('s', 'A', 'e'), ...content);
/** A process through the given element X. */
const through = (...content: (string | string[])[]) => process(start(), end(), chain('s', 'X', 'e'), ...content);

const errors: readonly (readonly [ProblemCode, string | null, string])[] = [
  ['processMissing', 'Defs', file()],
  ['processEmpty', 'P', process()],
  ['idMissing', null, around('<task name="x"/>')],
  ['elementUnsupported', 'X', through(element('complexGateway', 'X'))],
  ['elementUnsupported', 'X', through(element('eventBasedGateway', 'X', 'instantiate="true"'))],
  ['elementUnsupported', 'X', through(element('receiveTask', 'X', 'instantiate="true" messageRef="Msg_M1"'))],
  [
    'elementUnsupported',
    'C',
    file('<choreography id="C"/>', process(start(), end(), chain('s', 'e')).match(/<process.*<\/process>/)?.[0] ?? ''),
  ],
  ['elementUnreachable', 'X', around(task('X'))],
  ['elementUnreachable', 'X', around(task('X'), xor('g'), chain('g', 'X', 'g'))],
  ['flowDangling', 'f', around('<sequenceFlow id="f" sourceRef="A"/>')],
  [
    'flowCrossesScope',
    'A_I',
    around(sub('SP', start('s1'), user('I'), end('e1'), chain('s1', 'I', 'e1')), flow('A', 'SP'), flow('A', 'I')),
  ],
  ['conditionMissing', 'X_B', through(xor('X'), task('B'), flow('X', 'B'), chain('B', 'e'))],
  ['conditionMissing', 'X_e', through(or('X'), task('B'), flow('X', 'B', '=x'), chain('B', 'e'))],
  ['defaultFlowForeign', 'X', through(xor('X', 'A_e'), user('A'), chain('X', 'A', 'e'))],
  ['expressionNotFeel', 'X_B', through(xor('X', 'X_e'), task('B'), flow('X', 'B', '${x}'), chain('B', 'e'))],
  ['expressionNotFeel', 'X', through(element('callActivity', 'X', 'calledElement="${x}"'))],
  ['scopeWithoutStart', 'X', through(sub('X'))],
  ['scopeWithoutStart', 'X', through(element('adHocSubProcess', 'X'))],
  ['startAmbiguous', 'X', through(sub('X', start('s1'), start('s2'), end('e1'), chain('s1', 'e1'), chain('s2', 'e1')))],
  ['startNotPlain', 's1', through(sub('X', start('s1', message()), end('e1'), chain('s1', 'e1')))],
  ['startHasIncoming', 's', around(flow('A', 's'))],
  ['endHasOutgoing', 'e', around(task('B'), chain('e', 'B'))],
  ['endHasOutgoing', 'X', through(thrown('X', link('L')), caught('c', link('L')), chain('c', 'e'))],
  ['scriptMissing', 'X', through(element('scriptTask', 'X'))],
  ['messageMissing', 'X', through(element('receiveTask', 'X'))],
  ['messageMissing', 'X', through(caught('X', '<messageEventDefinition/>'))],
  ['signalMissing', 'X', through(caught('X', '<signalEventDefinition/>'))],
  ['codeMissing', 'X', through(thrown('X', escalation()))],
  ['codeMissing', 'x', around(end('x', error()), flow('A', 'x'))],
  ['calledElementMissing', 'X', through(element('callActivity', 'X'))],
  ['timerMissing', 'X', through(caught('X', '<timerEventDefinition/>'))],
  ['timerInvalid', 'X', through(caught('X', duration('one day')))],
  ['timerInvalid', 'X', through(caught('X', duration('P')))],
  ['timerInvalid', 'X', through(caught('X', date('2026-02-30')))],
  ['timerInvalid', 'X', through(caught('X', cycle('R3/PT0S')))],
  ['timerInvalid', 'X', through(caught('X', cycle('99 * * * *')))],
  ['eventConditionMissing', 'X', through(caught('X', '<conditionalEventDefinition/>'))],
  ['eventDefinitionMissing', 'X', through(caught('X'))],
  ['eventDefinitionUnsupported', 'X', through(caught('X', error('E1')))],
  ['eventDefinitionUnsupported', 'X', through(thrown('X', terminate))],
  ['eventDefinitionUnsupported', 's', process(start('s', condition('=x')), end(), chain('s', 'e'))],
  [
    'eventDefinitionUnsupported',
    's',
    process(element('startEvent', 's', 'parallelMultiple="true"', message(), signal()), end(), chain('s', 'e')),
  ],
  ['linkNameMissing', 'X', through(thrown('X', '<linkEventDefinition/>'))],
  ['linkTargetMissing', 't', around(thrown('t', link('L')), flow('A', 't'))],
  [
    'linkTargetAmbiguous',
    't',
    around(
      thrown('t', link('L')),
      flow('A', 't'),
      caught('c1', link('L')),
      caught('c2', link('L')),
      chain('c1', 'e'),
      chain('c2', 'e'),
    ),
  ],
  ['cancelOutsideTransaction', 'x', around(end('x', cancel), flow('A', 'x'))],
  ['cancelOutsideTransaction', 'b', around(boundary('b', 'A', cancel), chain('b', 'e'))],
  ['cancelNotCaught', 'x', through(element('transaction', 'X', '', start('s1'), end('x', cancel), chain('s1', 'x')))],
  [
    'compensationTargetMissing',
    'X',
    through(thrown('X', compensation('activityRef="A"')), task('A'), flow('s', 'A'), chain('A', 'e')),
  ],
  [
    'eventGatewayTooFewEvents',
    'X',
    process(start(), element('eventBasedGateway', 'X'), caught('c', message()), end(), chain('s', 'X', 'c', 'e')),
  ],
  [
    'eventGatewayTarget',
    'X',
    process(
      start(),
      element('eventBasedGateway', 'X'),
      user('A'),
      caught('c', message()),
      end(),
      chain('s', 'X', 'c', 'e'),
      chain('X', 'A', 'e'),
    ),
  ],
  [
    'eventSubProcessConnected',
    'ES',
    around(eventSub('ES', { interrupting: true, definition: message() }, end('e1'), chain('ES_s', 'e1')), flow('A', 'ES')),
  ],
  ['eventSubProcessStart', 'ES', around(element('subProcess', 'ES', 'triggeredByEvent="true"', task('T')))],
  ['boundaryHasIncoming', 'b', around(boundary('b', 'A', message()), chain('b', 'e'), flow('A', 'b'))],
  [
    'boundaryDetached',
    'b',
    around(
      element('boundaryEvent', 'b', 'attachedToRef="I"', message()),
      flow('b', 'e'),
      flow('A', 'SP'),
      sub('SP', start('s1'), user('I'), end('e1'), chain('s1', 'I', 'e1')),
    ),
  ],
  ['boundaryMustInterrupt', 'b', around(boundary('b', 'A', error('E1'), { interrupting: false }), chain('b', 'e'))],
  [
    'boundaryMustInterrupt',
    'ES_s',
    around(eventSub('ES', { interrupting: false, definition: error('E1') }, end('e1'), chain('ES_s', 'e1'))),
  ],
  [
    'boundaryOnHandler',
    'b2',
    around(
      boundary('b', 'A', compensation()),
      element('userTask', 'H', 'isForCompensation="true"'),
      handlerOf('b', 'H'),
      boundary('b2', 'H', message()),
      flow('b2', 'e'),
    ),
  ],
  ['compensationHandlerMissing', 'b', around(boundary('b', 'A', compensation()))],
  ['compensationHandlerMissing', 'A', around(boundary('b', 'A', compensation()), user('H'), handlerOf('b', 'H'))],
  [
    'compensationHandlerConnected',
    'H',
    around(
      boundary('b', 'A', compensation()),
      element('userTask', 'H', 'isForCompensation="true"'),
      handlerOf('b', 'H'),
      flow('H', 'e'),
    ),
  ],
  ['loopEndless', 'X', through(task('X', '<standardLoopCharacteristics/>'))],
  ['multiInstanceWithoutCount', 'X', through(user('X', multi({})))],
  [
    'mappingIncomplete',
    'X',
    through(user('X', '<extensionElements><wuxin:ioMapping><wuxin:input source="=1"/></wuxin:ioMapping></extensionElements>')),
  ],
  ['checkConditionMissing', 'P', around('<extensionElements><wuxin:check message="间隔太长"/></extensionElements>')],
  ['checkMessageMissing', 'P', around('<extensionElements><wuxin:check condition="=true" message=" "/></extensionElements>')],
  ['languageUnknown', 'X', through(element('userTask', 'X', 'wuxin:nameFr="Examiner"'))],
  ['languageUnknown', 'F', around('<sequenceFlow id="F" sourceRef="s" targetRef="e" wuxin:nameEN="Yes"/>')],
  [
    'languageUnknown',
    'X',
    through(user('X', '<extensionElements><wuxin:outcome key="a" consequenceDe="Weiter"/></extensionElements>')),
  ],
  [
    'languageUnknown',
    'P',
    around('<extensionElements><wuxin:stages><wuxin:stage key="a" nameDe="Prüfung"/></wuxin:stages></extensionElements>'),
  ],
  ['languageUnknown', 'L', around('<laneSet><lane id="L" name="L" wuxin:nameFr="Mairie"/></laneSet>')],
  [
    'languageUnknown',
    'Pool',
    around().replace('<process ', '<collaboration id="C"><participant id="Pool" wuxin:nameFr="x"/></collaboration><process '),
  ],
];

describe('refuses, naming the element', () => {
  test.each(errors)('%s at %s', async (code, elementId, xml) => {
    const problems = await problemsOf(xml);

    expect(problems).toContainEqual(expect.objectContaining({ code, elementId, severity: 'error' }));
  });

  test('a check of parameters that the host finds wrong, with its expression', async () => {
    const xml = around('<extensionElements><wuxin:check condition="=wrong" message="不成立"/></extensionElements>');

    const { problems } = compile(await parseDefinitions(xml), { checkExpression: () => 'no such word' });

    expect(problems).toMatchObject([
      {
        code: 'expressionInvalid',
        elementId: 'P',
        data: { property: 'wuxin:check', expression: 'wrong', reason: 'no such word' },
      },
    ]);
  });

  test('an expression that the host finds wrong, wherever it stands', async () => {
    const xml = through(
      user('X', io({ a: 'wrong' }), multi({ cardinality: 'wrong', until: 'wrong' })),
      [xor('g', 'g_e'), flow('A', 'g'), flow('g', 'A', 'wrong'), flow('g', 'e'), user('A'), flow('s', 'A')],
      boundary('b', 'X', message('M1', '=wrong'), { interrupting: false }),
      boundary('b2', 'X', condition('wrong'), { interrupting: false }),
      boundary('b3', 'X', duration('=wrong'), { interrupting: false }),
      [chain('b', 'e'), chain('b2', 'e'), chain('b3', 'e')],
    );

    const { problems } = compile(await parseDefinitions(xml), {
      checkExpression: (text) => (text === 'wrong' ? 'no such word' : null),
    });

    const found = problems
      .filter(({ code }) => code === 'expressionInvalid')
      .map(({ elementId, data }) => `${elementId} ${data.property}`);
    expect(found.sort()).toEqual([
      'X completionCondition',
      'X loopCardinality',
      'X mapping:a',
      'b correlationKey',
      'b2 condition',
      'b3 timer',
      'g_A condition',
    ]);
  });

  test('an unknown time zone', async () => {
    const { graph, problems } = compile(await parseDefinitions(around()), { timeZone: 'Mars/Olympus' });

    expect(graph).toBeNull();
    expect(problems).toMatchObject([{ code: 'zoneUnknown', elementId: null, data: { zone: 'Mars/Olympus' } }]);
  });

  test('so many inclusive joins that no server could hold what they need', async () => {
    const names = Array.from({ length: 1500 }, (_, index) => `g${index}`);
    const xml = process(
      start(),
      names.map((name) => or(name)),
      end(),
      chain('s', ...names, 'e'),
      names
        .slice(1)
        .map(
          (name, index) =>
            `<sequenceFlow id="x${index}" sourceRef="${names[index]}" targetRef="${name}"><conditionExpression>=true</conditionExpression></sequenceFlow>`,
        ),
    );

    expect(await problemsOf(xml)).toContainEqual(expect.objectContaining({ code: 'graphTooComplex' }));
  });
});

const warnings: readonly (readonly [ProblemCode, string, string])[] = [
  [
    'noDefaultFlow',
    'X',
    through(xor('X'), task('B'), flow('X', 'B', '=x'), chain('B', 'e')).replace(
      '<sequenceFlow id="X_e" sourceRef="X" targetRef="e"></sequenceFlow>',
      flow('X', 'e', '=y'),
    ),
  ],
  ['conditionIgnored', 'X_B', through(and('X'), task('B'), flow('X', 'B', '=x'), chain('B', 'e'))],
  [
    'defaultFlowHasCondition',
    'X_B',
    through(xor('X', 'X_B'), task('B'), flow('X', 'B', '=x'), chain('B', 'e')).replace(
      '<sequenceFlow id="X_e" sourceRef="X" targetRef="e"></sequenceFlow>',
      flow('X', 'e', '=y'),
    ),
  ],
  ['boundaryWithoutFlow', 'b', around(boundary('b', 'A', message()))],
  ['compensationHandlerUnused', 'H', around(element('userTask', 'H', 'isForCompensation="true"'))],
];

describe('warns and still runs', () => {
  test.each(warnings)('%s at %s', async (code, elementId, xml) => {
    const { graph, problems } = compile(await parseDefinitions(xml));

    expect(problems).toContainEqual(expect.objectContaining({ code, elementId, severity: 'warning' }));
    expect(graph).not.toBeNull();
  });
});

test('a process that is right has no problems', async () => {
  expect(await problemsOf(around())).toEqual([]);
});

test('duplicates are found in definitions that a modeler hands over without a file', async () => {
  const definitions = await parseDefinitions(around(task('T'), flow('A', 'T')));
  const [first] = (definitions.get('rootElements') as { $type: string; get(name: string): { id: string }[] }[]).filter(
    ({ $type }) => $type === 'bpmn:Process',
  );
  const copy = first?.get('flowElements').find(({ id }) => id === 'T');
  if (copy) copy.id = 'A';

  expect(compile(definitions).problems).toContainEqual(expect.objectContaining({ code: 'idDuplicate', elementId: 'A' }));
});
