import type { Json } from '@wuxin/bpmn-core';
import type { ActivityContext } from '../ports';
import { readRequirements, requirementActivity } from './index';

type Config = Readonly<Record<string, string>>;

/** Knows two formulas; `=true` and `=false`, and one that names a number. */
const evaluate = (expression: string): Json => (expression === 'true' ? true : expression === 'told' ? '第 3 天' : false);

const element = (config: Config) => ({ settings: { config } }) as unknown as ActivityContext['element']; // nothing else is read
const instance = { recordCollection: null, recordId: null, placeId: null };
const enter = (config: Config) => requirementActivity.enter({ element: element(config), instance, evaluate } as ActivityContext);

const named = (name: string, condition: string, message = '不行', messageEn = 'No'): Config => ({
  [`${name}.condition`]: condition,
  [`${name}.message`]: message,
  [`${name}.messageEn`]: messageEn,
});

describe('a requirement', () => {
  it('lets pass what holds', async () => {
    expect(await enter({ ...named('first', '=true'), ...named('second', '=true') })).toEqual({
      kind: 'completed',
      variables: {},
    });
  });

  it('refuses with the sentence of the first that does not hold, in both languages', async () => {
    const config = { ...named('first', '=true'), ...named('second', '=false', '太早', 'Too early'), ...named('third', '=false') };
    await expect(enter(config)).rejects.toThrow(
      expect.objectContaining({
        code: 'requirement.notMet',
        status: 400,
        data: { requirement: 'second' },
        messages: { 'zh-CN': '太早', 'en-US': 'Too early' },
      }),
    );
  });

  it('may work out its sentence', async () => {
    const config = named('day', '=false', '=told', '=told');
    await expect(enter(config)).rejects.toThrow(
      expect.objectContaining({ messages: { 'zh-CN': '第 3 天', 'en-US': '第 3 天' } }),
    );
  });

  it.each<[string, Config, string]>([
    ['nothing', {}, ''],
    ['no sentence in English', { 'a.condition': '=true', 'a.message': '不行' }, 'a.messageEn'],
    ['a condition that is no formula', named('a', 'true'), 'a.condition'],
    ['something else', { ...named('a', '=true'), 'a.colour': 'red' }, 'a'],
  ])('is refused by its property when it says %s', (_, config, property) => {
    expect(requirementActivity.validate?.(element(config))).toEqual([{ code: 'requirement.badConfig', data: { property } }]);
    expect(() => readRequirements(config)).toThrow(expect.objectContaining({ code: 'requirement.badConfig' }));
  });
});
