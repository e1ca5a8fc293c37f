import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import enUS from '../locale/en-US.json';
import zhCN from '../locale/zh-CN.json';
import { messageOf, problemText } from './error-texts';
import { CommunityError } from './errors';

const sources = () =>
  readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(__dirname, file), 'utf8'))
    .join('\n');

const REFUSAL = /(?:new CommunityError\(\s*|readConfig\([^()]*, )'([\w.]+)'/g;
const codes = () => [...new Set([...sources().matchAll(REFUSAL)].map((match) => match[1]))];

describe('texts', () => {
  it('has the same keys in both languages', () => {
    expect(Object.keys(enUS).sort()).toEqual(Object.keys(zhCN).sort());
  });

  it('has a text for every refusal, and none for refusals that do not exist', () => {
    const texts = Object.keys(zhCN).filter((key) => key.startsWith('errors.'));
    expect(texts.sort()).toEqual(
      codes()
        .map((code) => `errors.${code}`)
        .sort(),
    );
  });

  it('has a text for every problem of a configuration, and none for others', () => {
    const read = /readConfig\([^()]*, '([\w.]+)'|new CommunityError\('(\w+\.badConfig)'/g;
    const codesOfConfig = [...sources().matchAll(read)].map(([, code, thrown]) => `problems.${code ?? thrown}`);
    const texts = Object.keys(zhCN).filter((key) => key.startsWith('problems.'));

    expect(texts.sort()).toEqual([...new Set(codesOfConfig)].sort());
  });

  it('says a problem with the element that has it', () => {
    const data = { elementName: '读票', property: 'rule' };

    expect(problemText('zh-CN', 'tally.badConfig', data)).toBe('“读票”：计票节点的配置有误：rule');
    expect(problemText('en-US', 'tally.badConfig', data)).toBe('"读票": the tally is not configured correctly: rule');
    expect(problemText('en-US', 'of.others', data)).toBeUndefined();
  });

  it('fills in what the refusal names', () => {
    const error = new CommunityError('tally.countMissing', 400, { field: 'abstain' });
    expect(messageOf(error, 'zh-CN')).toBe('请填写人数或者票数：abstain。');
    expect(messageOf(error, 'en-US')).toBe('Enter the number: abstain.');
  });

  it('lets the vote arithmetic speak for itself', () => {
    const messages = { 'zh-CN': '中文', 'en-US': 'English' };
    expect(messageOf(new CommunityError('tally.countsRefused', 400, {}, { messages }), 'en-US')).toBe('English');
  });
});
