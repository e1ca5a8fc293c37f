import { readVacanciesConfig, vacanciesActivity } from './index';

const element = (config: object) =>
  ({ settings: { config } }) as Parameters<NonNullable<(typeof vacanciesActivity)['validate']>>[0];

describe('the question where a post is vacant', () => {
  it('names the post, the level of places and the variable for the answer', () => {
    const config = { post: 'communitySecretary', level: 'community', variable: 'vacancies' };
    expect(readVacanciesConfig(config)).toEqual(config);
  });

  it.each([
    [{ level: 'community', variable: 'vacancies' }, 'post'],
    [{ post: 'communitySecretary', level: 'a community', variable: 'vacancies' }, 'level'],
    [{ post: 'communitySecretary', level: 'community', variable: 'vacancies', more: 'x' }, ''],
  ])('is refused by its property as %p', (config, property) => {
    expect(vacanciesActivity.validate?.(element(config))).toEqual([{ code: 'vacancies.badConfig', data: { property } }]);
  });
});
