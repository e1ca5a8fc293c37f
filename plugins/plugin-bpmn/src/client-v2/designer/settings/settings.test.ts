import { COVENANT, Drawing } from '../__fixtures__/drawing';
import { callNamesIn, readCallName } from './call-name';
import type { ElementChange } from './change';
import { readLoop, type Loop } from './loop';
import { itemsOf, textIn } from './model';
import { readDuration, readTimer, writeDuration, type Timer } from './timer';
import { outcomesBefore, processOf, siblingTasks, stagesOf, variablesOf } from './process';

const changeOf = (drawing: Drawing) => (id: string, change: ElementChange) => drawing.change(drawing.element(id), change);

const tagOf = (xml: string, id: string) =>
  xml.slice(xml.indexOf(`id="${id}"`), xml.indexOf('</bpmn:userTask>', xml.indexOf(`id="${id}"`)));

describe('a drawing whose settings were changed', () => {
  let drawing: Drawing;
  let change: ReturnType<typeof changeOf>;
  beforeEach(async () => {
    drawing = await Drawing.read(COVENANT);
    change = changeOf(drawing);
  });

  it('reads a deadline with its steps, and people, outcomes and stages', () => {
    const review = drawing.element('review');

    expect(itemsOf(review, 'wuxin:Deadline')).toEqual([
      {
        amount: '=param("cov.review_days")',
        unit: 'workingDays',
        steps: [
          { amount: '-2', unit: 'workingDays', action: 'remind' },
          { amount: '1', unit: 'workingDays', action: 'escalate', kind: 'post', value: 'supervisor' },
        ],
      },
    ]);
    expect(itemsOf(review, 'wuxin:Assignment')).toEqual([{ kind: 'post', value: 'townshipReviewer' }]);
    expect(itemsOf(review, 'wuxin:Outcome').map(({ key }) => key)).toEqual(['agree', 'return', 'doubt']);
    expect(stagesOf(processOf(review)).map(({ key }) => key)).toContain('review');
  });

  it('loses nothing when every list is written as it was read', async () => {
    const before = await drawing.xml();
    for (const id of ['solicit', 'summarise', 'review', 'conference', 'finalise', 'recordVote'])
      for (const type of ['wuxin:Assignment', 'wuxin:Cc', 'wuxin:Outcome', 'wuxin:Deadline'] as const)
        change(id, { set: 'extensions', type, items: itemsOf(drawing.element(id), type) });
    for (const type of ['wuxin:Stages', 'wuxin:Config'] as const)
      change('covenant', { set: 'extensions', type, items: itemsOf(drawing.element('covenant'), type) });

    expect(await drawing.xml()).toBe(before);
  });

  it('changes a deadline and leaves what stands beside it in its place', async () => {
    const [deadline] = itemsOf(drawing.element('finalise'), 'wuxin:Deadline');
    change('finalise', {
      set: 'extensions',
      type: 'wuxin:Deadline',
      items: [{ ...deadline, amount: '3', unit: 'calendarDays' }],
    });

    const text = tagOf(await drawing.xml(), 'finalise');
    expect(text).toContain('<wuxin:deadline amount="3" unit="calendarDays" />');
    expect(text.match(/<wuxin:\w+/g)).toEqual(
      tagOf(COVENANT, 'finalise').match(/<wuxin:\w+/g), // kinds and order are those of before
    );
  });

  it('keeps attributes of an outcome that it has no field for', async () => {
    const strange = await Drawing.read(
      COVENANT.replace('<wuxin:outcome key="agree"', '<wuxin:outcome xmlns:other="urn:other" other:colour="red" key="agree"'),
    );
    const [agree, ...others] = itemsOf(strange.element('review'), 'wuxin:Outcome');
    changeOf(strange)('review', { set: 'extensions', type: 'wuxin:Outcome', items: [{ ...agree, name: '同意备案' }, ...others] });

    expect(await strange.xml()).toMatch(
      /<wuxin:outcome(?=[^>]*other:colour="red")(?=[^>]*name="同意备案")(?=[^>]*consequenceEn=)/,
    );
  });

  it('takes away the last of a kind, and the holder with the last of all', async () => {
    change('review', { set: 'extensions', type: 'wuxin:Deadline', items: [] });
    expect(itemsOf(drawing.element('review'), 'wuxin:Deadline')).toEqual([]);
    expect(itemsOf(drawing.element('review'), 'wuxin:Outcome')).toHaveLength(3);

    for (const type of ['wuxin:Assignment', 'wuxin:Outcome'] as const) change('review', { set: 'extensions', type, items: [] });
    expect(drawing.element('review').get('extensionElements')).toBeUndefined();
  });

  it('writes attributes, conditions and default flows that the compiler reads', async () => {
    change('review', {
      set: 'attributes',
      values: { 'name': '镇里审核', 'wuxin:whenStarter': undefined, 'wuxin:returnTo': 'draft' },
    });
    change('toRevise', { set: 'condition', feel: 'outcome = "return"' });
    change('isConsulted', { set: 'default', flow: drawing.element('toRevise') });

    const again = await Drawing.read(await drawing.xml());
    expect(textIn(again.element('review'), 'name')).toBe('镇里审核');
    expect(textIn(again.element('review'), 'wuxin:whenStarter')).toBe('');
    expect(textIn(again.element('review'), 'wuxin:returnTo')).toBe('draft');
    expect(await again.xml()).toContain('>=outcome = "return"</bpmn:conditionExpression>');
    expect(await again.xml()).toMatch(/id="isConsulted"[^>]*default="toRevise"/);
  });

  it('knows the outcomes that reach a flow, and where a step may send back to', () => {
    expect(outcomesBefore(drawing.element('toRevise'), 'zh-CN')).toEqual([
      { key: 'submit', label: '提请镇（街）审核' },
      { key: 'revise', label: '退回起草小组' },
    ]);
    expect(siblingTasks(drawing.element('draft')).map(({ id }) => id)).toEqual(expect.arrayContaining(['solicit', 'summarise']));
    expect(siblingTasks(drawing.element('draft')).map(({ id }) => id)).not.toContain('draft');
  });
});

describe('how many do a step', () => {
  const several = {
    kind: 'several',
    isInTurn: false,
    collection: '=record.members',
    variable: 'member',
    percent: 50,
    condition: '',
  } as const;

  it.each<[string, Loop, string]>([
    ['会签', { ...several, until: 'all' }, ''],
    ['或签', { ...several, until: 'any' }, '=nrOfCompletedInstances >= 1'],
    ['依次', { ...several, until: 'all', isInTurn: true }, ''],
    ['a ratio', { ...several, until: 'ratio', percent: 67 }, '=nrOfCompletedInstances * 100 >= nrOfInstances * 67'],
    ['a formula', { ...several, until: 'formula', condition: '=approvals > 3' }, '=approvals > 3'],
  ])('is written and read back: %s', async (_what, loop, condition) => {
    const drawing = await Drawing.read(COVENANT);
    changeOf(drawing)('review', { set: 'loop', loop });

    const again = await Drawing.read(await drawing.xml());
    expect(readLoop(again.element('review'))).toEqual({ ...loop, condition });
  });

  it('is taken away, and one without words for it is left alone', async () => {
    const drawing = await Drawing.read(COVENANT);
    changeOf(drawing)('review', { set: 'loop', loop: { ...several, until: 'all' } });
    changeOf(drawing)('review', { set: 'loop', loop: { kind: 'once' } });
    expect(readLoop(drawing.element('review'))).toEqual({ kind: 'once' });

    const counted = COVENANT.replace(
      /(<bpmn:userTask id="review"[\s\S]*?<bpmn:outgoing>reviewed<\/bpmn:outgoing>)/,
      '$1<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">=3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>',
    );
    const other = await Drawing.read(counted);
    const before = await other.xml();
    expect(readLoop(other.element('review'))).toEqual({ kind: 'other' });
    changeOf(other)('review', { set: 'loop', loop: { kind: 'other' } });
    expect(await other.xml()).toBe(before);
  });
});

describe('when a timer event happens', () => {
  const waiting = (definition: string) =>
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="x"><bpmn:process id="p"><bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition id="timer">${definition}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent></bpmn:process></bpmn:definitions>`;

  it.each<[string, string, Timer]>([
    ['nothing yet', '', { kind: 'timeDuration', value: '' }],
    [
      'a while',
      '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration>',
      { kind: 'timeDuration', value: 'P3D' },
    ],
    [
      'a moment',
      '<bpmn:timeDate xsi:type="bpmn:tFormalExpression">=record.on</bpmn:timeDate>',
      { kind: 'timeDate', value: '=record.on' },
    ],
  ])('is read: %s', async (_what, definition, timer) => {
    expect(readTimer((await Drawing.read(waiting(definition))).element('wait'))).toEqual(timer);
  });

  it('is written in the place of what was there, under the same id', async () => {
    const drawing = await Drawing.read(waiting('<bpmn:timeDate xsi:type="bpmn:tFormalExpression">=record.on</bpmn:timeDate>'));
    changeOf(drawing)('wait', { set: 'timer', timer: { kind: 'timeDuration', value: writeDuration(4, 'hours') } });

    const again = await Drawing.read(await drawing.xml());
    expect(readTimer(again.element('wait'))).toEqual({ kind: 'timeDuration', value: 'PT4H' });
    expect(readDuration('PT4H')).toEqual({ amount: 4, unit: 'hours' });
    expect(await again.xml()).toContain('<bpmn:timerEventDefinition id="timer">');
    expect(await again.xml()).not.toContain('timeDate');
  });

  it('is left alone where it is no timer', async () => {
    expect(readTimer((await Drawing.read(COVENANT)).element('start'))).toBeNull();
  });
});

describe('what conditions can look at besides outcomes and fields', () => {
  it('is what steps hand on and what other conditions read, with the values that they name', async () => {
    const drawing = await Drawing.read(COVENANT);

    const variables = variablesOf(drawing.element('covenant'));

    expect(variables).toContainEqual({ name: 'returnCount', isNumber: true, values: [] });
    expect(variables.find(({ name }) => name === 'routing.route')?.values).toEqual(['conference', 'vote']);
    expect(variables.map(({ name }) => name)).not.toContain('outcome');
  });
});

describe('messages and signals', () => {
  const drawn = async () => {
    const event = (id: string, definition: string) =>
      `<bpmn:intermediateCatchEvent id="${id}"><bpmn:${definition}EventDefinition id="${id}_d" /></bpmn:intermediateCatchEvent>`;
    const inside = `${event('waits', 'message')}${event('hears', 'signal')}<bpmn:sendTask id="sends" /><bpmn:receiveTask id="gets" />`;
    return Drawing.read(
      `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wuxin="urn:wuxin:bpmn:1" id="d" targetNamespace="urn:t"><bpmn:process id="p" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`,
    );
  };
  const message = { kind: 'message', name: '批复到达', correlationKey: '=record.number' } as const;

  it('are named once in a file, however many wait for them, and read back', async () => {
    const drawing = await drawn();
    for (const id of ['waits', 'sends', 'gets']) changeOf(drawing)(id, { set: 'callName', call: message });

    const again = await Drawing.read(await drawing.xml());
    for (const id of ['waits', 'sends', 'gets']) expect(readCallName(again.element(id))).toEqual(message);
    expect((await again.xml()).match(/<bpmn:message /g)).toHaveLength(1);
    expect(callNamesIn(again.element('gets'), 'message')).toEqual(['批复到达']);
  });

  it('are renamed by naming another; a signal is no message', async () => {
    const drawing = await drawn();
    changeOf(drawing)('waits', { set: 'callName', call: message });
    changeOf(drawing)('waits', { set: 'callName', call: { ...message, name: '退件', correlationKey: '' } });
    changeOf(drawing)('hears', { set: 'callName', call: { kind: 'signal', name: '汛期', correlationKey: '' } });

    expect(readCallName(drawing.element('waits'))).toEqual({ kind: 'message', name: '退件', correlationKey: '' });
    expect(readCallName(drawing.element('hears'))).toEqual({ kind: 'signal', name: '汛期', correlationKey: '' });
    expect(callNamesIn(drawing.element('waits'), 'message')).toEqual(['批复到达', '退件']);
    expect(callNamesIn(drawing.element('waits'), 'signal')).toEqual(['汛期']);
  });

  it('are asked of nothing else', async () => {
    const drawing = await Drawing.read(COVENANT);

    expect(readCallName(drawing.element('review'))).toBeNull();
  });
});
