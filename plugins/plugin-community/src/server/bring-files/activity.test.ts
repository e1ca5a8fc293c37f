import type { Element } from '@wuxin/bpmn-core';
import { bringFilesActivity, readBringFilesConfig } from './index';

// only `enter` uses what it is connected to
const activity = bringFilesActivity({} as Parameters<typeof bringFilesActivity>[0]);
const element = (config: object) => ({ settings: { config } }) as Element; // all that `validate` reads

describe('what a step brings from the calling case', () => {
  it('is named by its configuration', () => {
    const config = { from: '=files', to: 'packageFiles' };
    expect(readBringFilesConfig(config)).toEqual(config);
    expect(activity.validate?.(element(config))).toEqual([]);
  });

  it.each([{ from: 'a' }, { from: '', to: 'b' }, { from: 'a', to: 'two words' }])('is refused as %p', (config) => {
    expect(() => readBringFilesConfig(config)).toThrow(expect.objectContaining({ code: 'bringFiles.badConfig' }));
    expect(activity.validate?.(element(config))).toMatchObject([{ code: 'bringFiles.badConfig' }]);
  });
});
