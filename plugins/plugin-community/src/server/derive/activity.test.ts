import { deriveActivity, readDeriveConfig } from './index';

const element = (config: object) => ({ settings: { config } }) as Parameters<NonNullable<(typeof deriveActivity)['validate']>>[0];

describe('what a step derives', () => {
  it('is a variable by its name and a formula', () => {
    const config = { raters: '=for one in record.raters return one.personId' };
    expect(readDeriveConfig(config)).toEqual(config);
  });

  it.each([
    [{}, ''],
    [{ raters: 'record.raters' }, 'raters'],
    [{ 'two words': '=1' }, 'two words'],
  ])('is refused by its property as %p', (config, property) => {
    expect(deriveActivity.validate?.(element(config))).toEqual([{ code: 'derive.badConfig', data: { property } }]);
  });
});
