import { onePersonActivity, readOnePersonConfig } from './index';

const element = (config: object) =>
  ({ settings: { config } }) as Parameters<NonNullable<(typeof onePersonActivity)['validate']>>[0];

describe('the question whether one person holds several posts', () => {
  it('names two posts or more, and the variable for the answer', () => {
    expect(readOnePersonConfig({ posts: 'secretary, =respondent', variable: 'isOne' })).toEqual({
      posts: ['secretary', '=respondent'],
      variable: 'isOne',
    });
  });

  it.each([
    [{ posts: 'secretary', variable: 'isOne' }, 'posts'],
    [{ posts: 'secretary,director' }, 'variable'],
    [{ posts: 'secretary,the director', variable: 'isOne' }, 'posts.1'],
  ])('is refused by its property as %p', (config, property) => {
    expect(onePersonActivity.validate?.(element(config))).toEqual([{ code: 'onePerson.badConfig', data: { property } }]);
  });
});
