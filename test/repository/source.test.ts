import { linesLike, textOf, trackedFiles } from './files';

const sources = trackedFiles('packages/*.ts', 'plugins/*.ts', 'plugins/*.tsx', 'scripts/*.cjs', 'test/*.ts', 'test/*.tsx').filter(
  (path) => !path.startsWith('test/repository/'),
);
const serverSources = sources.filter((path) => path.includes('/src/server/') && !path.includes('.test.'));

describe('the source', () => {
  it('holds no reminders: they are issues', () => {
    expect(linesLike(/\b(TODO|FIXME|XXX|HACK)\b/, sources)).toEqual([]);
  });

  it('does not talk its way out of types', () => {
    expect(linesLike(/@ts-(ignore|nocheck)/, sources)).toEqual([]);
  });

  it('says why where a rule is switched off', () => {
    expect(linesLike(/eslint-disable(?!.* -- \S)/, sources)).toEqual([]);
  });

  it('has English comments in server code, in which a Chinese term may stand', () => {
    const mostlyChinese = (comment: string) =>
      (comment.match(/\p{Script=Han}/gu)?.length ?? 0) > (comment.match(/[a-z]/gi)?.length ?? 0);

    expect(linesLike(/^\s*(\/\/|\/?\*).*\p{Script=Han}/u, serverSources, mostlyChinese)).toEqual([]);
  });

  it('names no place on somebody’s machine', () => {
    expect(linesLike(/\/(home|Users|work|root)\/\w/, sources)).toEqual([]);
  });

  it('runs no single test by mistake', () => {
    expect(linesLike(/\b(describe|it|test)\.only\(/, sources)).toEqual([]);
  });

  it('skips no test but where its database or its source is missing', () => {
    const conditional = /\? (describe|it) : (describe|it)\.skip\b/;
    expect(linesLike(/\b(describe|it|test)\.(skip|todo)\b/, sources, (line) => !conditional.test(line))).toEqual([]);
  });
});

describe('the lock file', () => {
  it('names no host, so that it serves every registry', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });
});
