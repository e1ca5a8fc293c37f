import type { DecisionTable, HitPolicy } from '@wuxin/decision';
import type { TrackedInstance } from '../../common/api';
import { Desk } from '../__fixtures__';
import { decideByRef, defineDecision } from './index';

/** Tables that look right and give no clear answer for the values of a case: param() is not known before. */
describe('a decision table that gives no clear answer', () => {
  let desk: Desk;
  const table = (key: string, hitPolicy: HitPolicy, then: readonly [string, string]): DecisionTable => ({
    key,
    name: `${key} 去向`,
    nameEn: `${key} route`,
    hitPolicy,
    inputs: [{ label: '次数', labelEn: 'Times', expression: 'times' }],
    outputs: [{ name: 'route', label: '去向', labelEn: 'Route' }],
    rules: [
      { id: 'few', when: ['< times + 1'], then: [then[0]] },
      { id: 'some', when: ['< times + 2'], then: [then[1]] },
    ],
  });
  const TABLES = [table('unique', 'UNIQUE', ['"a"', '"a"']), table('any', 'ANY', ['"a"', '"b"'])];

  beforeAll(async () => {
    desk = await Desk.open();
    for (const each of TABLES) {
      await desk.write((tx) => defineDecision(tx, each));
      await desk.publishLines(
        each.key,
        `<bpmn:startEvent id="begin" /><bpmn:businessRuleTask id="choose" name="定去向" wuxin:activityType="decision" wuxin:decisionRef="${each.key}" /><bpmn:endEvent id="end" />
        begin -> choose
        choose -> end`,
      );
    }
  });
  afterAll(() => desk?.close());

  it.each([
    [
      'unique',
      'decision.severalHits',
      '决策表“unique 去向”有多条规则同时适用：few、some。',
      'Several rules of decision table "unique route" apply: few, some.',
    ],
    [
      'any',
      'decision.contradiction',
      '决策表“any 去向”中同时适用的规则结论不同：few、some。',
      'Rules of decision table "any route" apply with different results: few, some.',
    ],
  ])('holds up a case with an incident that names table and rules: %s', async (key, code, chinese, english) => {
    const { instanceId } = await desk.start(key, 'clerk', { variables: { times: 1 } });

    expect(await desk.openIncident(instanceId)).toMatchObject({ code, elementId: 'choose', data: { ruleIds: ['few', 'some'] } });
    const told = async (locale: 'zh-CN' | 'en-US') => {
      const params = { filterByTk: instanceId };
      return (await desk.as('clerk').get<TrackedInstance>('bpmnInstances:track', { params, locale })).data.waiting[0];
    };
    expect(await told('zh-CN')).toMatchObject({ kind: 'incident', text: chinese });
    expect(await told('en-US')).toMatchObject({ kind: 'incident', text: english });
  });

  it.each([
    ['unique', 'decision.severalHits'],
    ['any', 'decision.contradiction'],
  ])('is no answer outside a case either: %s', async (key, code) => {
    const deciding = desk.write((tx) => decideByRef(tx, key, { variables: { times: 1 }, parameters: {} }));

    await expect(deciding).rejects.toMatchObject({ code, status: 409, data: { ruleIds: ['few', 'some'] } });
  });
});
