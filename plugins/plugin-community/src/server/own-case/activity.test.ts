import type { Element } from '@wuxin/bpmn-core';
import { ownCaseActivity, readOwnCaseConfig } from './index';

// only `enter` uses what it is connected to
const activity = ownCaseActivity({} as Parameters<typeof ownCaseActivity>[0]);
const element = (config: object) => ({ settings: { config } }) as Element; // all that `validate` reads

describe('whose own case it may be', () => {
  it('is named by its configuration', () => {
    const config = { here: 'redraft', caller: '=authorSteps' };
    expect(readOwnCaseConfig(config)).toEqual(config);
    expect(activity.validate?.(element(config))).toEqual([]);
  });

  it.each([{}, { here: '' }, { there: 'x' }])('is refused as %p', (config) => {
    expect(() => readOwnCaseConfig(config)).toThrow(expect.objectContaining({ code: 'ownCase.badConfig' }));
    expect(activity.validate?.(element(config))).toMatchObject([{ code: 'ownCase.badConfig' }]);
  });
});
