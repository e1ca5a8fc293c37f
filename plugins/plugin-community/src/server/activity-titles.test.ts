import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { activityTitle } from './error-texts';

/** Kinds of work as their folders register them: `type: 'tally',`. */
const types = readdirSync(__dirname, { withFileTypes: true }).flatMap((entry) => {
  try {
    const source = readFileSync(join(__dirname, entry.name, 'activity.ts'), 'utf8');
    return [...source.matchAll(/^\s*type: '(\w+)',$/gm)].map(([, type = '']) => type);
  } catch {
    return []; // a folder of something else
  }
});

it.each(types)('says what %s does to whoever draws, in both languages', (type) => {
  expect(types.length).toBeGreaterThan(8);
  expect(activityTitle('zh-CN', type)).toMatch(/[\u4e00-\u9fff]/);
  expect(activityTitle('en-US', type)).toMatch(/^[A-Z][^\u4e00-\u9fff]+$/);
});
