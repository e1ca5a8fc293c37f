import { keepActivity, readKeepConfig } from './index';

const element = (config: object) =>
  ({ settings: { config } }) as Parameters<NonNullable<ReturnType<typeof keepActivity>['validate']>>[0];

describe('what a step keeps in the record', () => {
  it('is named by field, or by sub-table and column', () => {
    const config = { 'field.decidedAmount': '=sum', 'rows': 'steps', 'row.result': 'passed' };
    expect(readKeepConfig(config)).toEqual(config);
  });

  it.each([
    { decidedAmount: '=sum' },
    { 'field.': '1' },
    { 'column.result': '1' },
    { rows: 'two words' },
    { 'field.late': 'yes', 'said': '逾期' },
  ])('is refused as %p', (config) => {
    expect(() => readKeepConfig(config)).toThrow(expect.objectContaining({ code: 'keep.badConfig' }));
    expect(keepActivity((_tx, write) => write()).validate?.(element(config))).toMatchObject([{ code: 'keep.badConfig' }]);
  });
});
