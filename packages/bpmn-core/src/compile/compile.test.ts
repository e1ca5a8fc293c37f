import { graphOf } from '../testing/play';
import { startTriggers } from '../start';
import {
  and,
  chain,
  cycle,
  element,
  end,
  file,
  message,
  or,
  process,
  processElement,
  signal,
  start,
  task,
  user,
  flow,
  boundary,
  sub,
} from '../testing/xml';

test('settings of the extension come out typed and plain', async () => {
  const extension =
    '<extensionElements>' +
    '<wuxin:assignment kind="post" value="secretary"/><wuxin:assignment kind="expression" value="=chair"/><wuxin:cc kind="role" value="supervisor"/>' +
    '<wuxin:outcome key="approve" name="同意" nameEn="Approve" kind="positive" requiresOpinion="true"/>' +
    '<wuxin:deadline amount="3" unit="workingDay" base="entered"><wuxin:deadlineStep amount="-1" unit="workingDay" action="remind" kind="holder"/></wuxin:deadline>' +
    '<wuxin:config><wuxin:property name="rule" value="majority"/></wuxin:config>' +
    '</extensionElements>';
  const attributes =
    'wuxin:nameEn="Review" wuxin:formKey="f1" wuxin:whenNobody="incident" wuxin:stage="vote" wuxin:activityType="ballot" wuxin:retries="3"';

  const graph = await graphOf(process(start(), element('userTask', 'A', attributes, extension), end(), chain('s', 'A', 'e')));

  expect(graph.elements.A?.settings).toEqual({
    nameEn: 'Review',
    stage: 'vote',
    activityType: 'ballot',
    retries: 3,
    formKey: 'f1',
    whenNobody: 'incident',
    assignments: [
      { kind: 'post', value: 'secretary' },
      { kind: 'expression', value: '=chair' },
    ],
    cc: [{ kind: 'role', value: 'supervisor' }],
    outcomes: [{ key: 'approve', name: '同意', nameEn: 'Approve', kind: 'positive', requiresOpinion: true }],
    deadline: {
      amount: '3',
      unit: 'workingDay',
      base: 'entered',
      steps: [{ amount: '-1', unit: 'workingDay', action: 'remind', kind: 'holder' }],
    },
    config: { rule: 'majority' },
  });
});

test('a process has its record, title and stages', async () => {
  const stages =
    '<extensionElements><wuxin:stages><wuxin:stage key="vote" name="表决" nameEn="Vote"/></wuxin:stages></extensionElements>';
  const xml = process(stages, start(), end(), chain('s', 'e')).replace(
    '<process ',
    '<process wuxin:nameEn="Matter" wuxin:recordCollection="matters" wuxin:title="=name" ',
  );

  const graph = await graphOf(xml);

  expect(graph.processes.P?.settings).toEqual({
    nameEn: 'Matter',
    recordCollection: 'matters',
    title: '=name',
    stages: [{ key: 'vote', name: '表决', nameEn: 'Vote' }],
  });
});

test('a process says what must hold between parameters, with or without the = of FEEL', async () => {
  const checks = `<extensionElements>
    <wuxin:check condition='=3 * param("gap") &lt;= param("total")' message="间隔太长" messageEn="Gaps too long"/>
    <wuxin:check condition='param("gap") &gt; 0' message="没有间隔"/>
  </extensionElements>`;

  const graph = await graphOf(process(checks, start(), end(), chain('s', 'e')));

  expect(graph.processes.P?.settings.checks).toEqual([
    { condition: '=3 * param("gap") <= param("total")', message: '间隔太长', messageEn: 'Gaps too long' },
    { condition: '=param("gap") > 0', message: '没有间隔' },
  ]);
});

test('a business rule task names its decision', async () => {
  const xml = process(
    start(),
    element('businessRuleTask', 'D', 'wuxin:decisionRef="quorum" wuxin:resultVariable="rule"'),
    end(),
    chain('s', 'D', 'e'),
  );

  expect((await graphOf(xml)).elements.D?.settings).toEqual({ decisionRef: 'quorum', resultVariable: 'rule' });
});

test('the graph is plain data', async () => {
  const graph = await graphOf(process(start(), or('f'), task('A'), end(), chain('s', 'f', 'A', 'e')));

  expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
});

test('an inclusive join knows what can reach each of its flows, boundary events included, and nothing behind it', async () => {
  const graph = await graphOf(
    process(
      start(),
      [and('f'), user('A'), user('B'), or('j'), user('Z'), end()],
      [chain('s', 'f', 'A', 'j', 'Z', 'e'), flow('f', 'B'), boundary('b', 'B', message()), flow('b', 'j'), flow('B', 'e')],
    ),
  );

  const reachable = graph.elements.j?.join?.reachable ?? {};
  expect([...(reachable.A_j ?? [])].sort()).toEqual(['A', 'f', 's']);
  expect([...(reachable.b_j ?? [])].sort()).toEqual(['B', 'b', 'f', 's']);
});

test('conditions are tried in the order that the gateway lists its flows', async () => {
  const listed = element('exclusiveGateway', 'g', 'default="g_A"', '<outgoing>g_B</outgoing><outgoing>g_A</outgoing>');

  const graph = await graphOf(
    process(start(), listed, user('A'), user('B'), end(), chain('s', 'g', 'A', 'e'), flow('g', 'B', '=x'), chain('B', 'e')),
  );

  expect(graph.elements.g?.outgoing).toEqual(['g_B', 'g_A']);
});

test('a process without start events begins at everything that no flow leads to', async () => {
  const graph = await graphOf(process(user('A'), user('B'), sub('SP', user('I')), chain('A', 'B')));

  expect(graph.elements.P?.scope?.startIds).toEqual(['A', 'SP']);
  expect(graph.elements.SP?.scope?.startIds).toEqual(['I']);
});

test('start triggers name every way in which the processes of a file begin', async () => {
  const graph = await graphOf(
    file(
      processElement(
        'P',
        start('s'),
        start('sm', message('M2')),
        start('st', cycle('R/P1D')),
        end(),
        chain('s', 'e'),
        chain('sm', 'e'),
        chain('st', 'e'),
      ),
      processElement('Q', start('qs', signal()), end('qe'), chain('qs', 'qe')),
      processElement('R', user('A')),
    ),
  );

  expect(startTriggers(graph)).toEqual([
    { kind: 'none', processId: 'P', elementId: 's' },
    { kind: 'message', processId: 'P', elementId: 'sm', name: 'M2' },
    { kind: 'timer', processId: 'P', elementId: 'st', timer: { kind: 'timer', timer: 'cycle', value: 'R/P1D' } },
    { kind: 'signal', processId: 'Q', elementId: 'qs', name: 'S1' },
    { kind: 'none', processId: 'R', elementId: null },
  ]);
});
