import type { Element } from '@wuxin/bpmn-core';
import { bringRowsActivity, readBringRowsConfig } from './index';

// only `enter` uses what it is connected to
const activity = bringRowsActivity({} as Parameters<typeof bringRowsActivity>[0]);
const element = (config: object) => ({ settings: { config } }) as Element; // all that `validate` reads

describe('which rows come along', () => {
  it('is named by sub-table, from the case that called or from one that was called', () => {
    for (const config of [
      { 'rows.items': '=itemsFrom' },
      { 'called': 'precheck', 'rows.items': 'items', 'rows.versions': 'versions' },
    ]) {
      expect(readBringRowsConfig(config)).toEqual(config);
      expect(activity.validate?.(element(config))).toEqual([]);
    }
  });

  it.each([
    {},
    { called: 'precheck' },
    { rows: 'items' },
    { 'rows.': 'items' },
    { 'rows.two words': 'items' },
    { 'row.items': 'items' },
  ])('is refused as %p', (config) => {
    expect(() => readBringRowsConfig(config)).toThrow(expect.objectContaining({ code: 'bringRows.badConfig' }));
    expect(activity.validate?.(element(config))).toMatchObject([{ code: 'bringRows.badConfig' }]);
  });
});
