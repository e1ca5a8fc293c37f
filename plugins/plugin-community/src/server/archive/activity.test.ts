import type { Element } from '@wuxin/bpmn-core';
import { archiveActivity, readArchiveConfig } from './index';

// only `enter` uses what it is connected to
const activity = archiveActivity({} as Parameters<typeof archiveActivity>[0]);
const element = (config: object) => ({ settings: { config } }) as Element; // all that `validate` reads

describe('what a step archives', () => {
  it('is named by its configuration', () => {
    const config = { rows: 'items', hash: 'sealHash' };
    expect(readArchiveConfig(config)).toEqual(config);
    expect(activity.validate?.(element(config))).toEqual([]);
  });

  it.each([{}, { rows: 'two words' }, { rows: 'items', hash: '' }, { rows: 'items', table: 'x' }])(
    'is refused as %p',
    (config) => {
      expect(() => readArchiveConfig(config)).toThrow(expect.objectContaining({ code: 'archive.badConfig' }));
      expect(activity.validate?.(element(config))).toMatchObject([{ code: 'archive.badConfig' }]);
    },
  );
});
