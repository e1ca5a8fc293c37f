import type { Element } from '@wuxin/bpmn-core';
import { keepInCallerActivity, readKeepInCallerConfig } from './index';

const activity = keepInCallerActivity((_tx, write) => write());
const element = (config: object) => ({ settings: { config } }) as Element; // all that `validate` reads

const CONFIG = {
  'rows': 'results',
  'where.placeId': '=rateePlace',
  'row.grade': '=grade',
  'said': '等次更正',
  'saidEn': 'Corrected',
};

describe('what is kept in the calling case', () => {
  it('is named by sub-table, by what tells the row, and by column', () => {
    expect(readKeepInCallerConfig(CONFIG)).toEqual(CONFIG);
    expect(activity.validate?.(element(CONFIG))).toEqual([]);
  });

  it.each([
    {},
    { ...CONFIG, rows: 'two words' },
    { ...CONFIG, field: 'x' },
    { ...CONFIG, 'row.': 'x' },
    { ...CONFIG, said: '' },
    { 'rows': 'results', 'said': 'x', 'saidEn': 'x', 'row.grade': 'good' },
  ])('is refused as %p', (config) => {
    expect(() => readKeepInCallerConfig(config)).toThrow(expect.objectContaining({ code: 'keepInCaller.badConfig' }));
    expect(activity.validate?.(element(config))).toMatchObject([{ code: 'keepInCaller.badConfig' }]);
  });
});
