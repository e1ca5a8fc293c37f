import { holdersActivity, readHoldersConfig } from './index';

const element = (config: object) =>
  ({ settings: { config } }) as Parameters<NonNullable<(typeof holdersActivity)['validate']>>[0];

describe('the question who holds a post', () => {
  it('names the post, or how it is found, and the variable for the answer', () => {
    expect(readHoldersConfig({ post: '=rateePost', variable: 'rateeIds' })).toEqual({ post: '=rateePost', variable: 'rateeIds' });
  });

  it.each([
    [{ variable: 'ids' }, 'post'],
    [{ post: 'the secretary', variable: 'ids' }, 'post'],
    [{ post: 'secretary', variable: '1st' }, 'variable'],
  ])('is refused by its property as %p', (config, property) => {
    expect(holdersActivity.validate?.(element(config))).toEqual([{ code: 'holders.badConfig', data: { property } }]);
  });
});
