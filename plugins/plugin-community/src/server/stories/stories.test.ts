import { BASE_PLUGINS, TestApp, textOfDocx } from '@wuxin/test';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadProcedure } from '../procedures';
import { followGuide } from './__fixtures__/guide';
import { StoryPlayer } from './__fixtures__/player';
import { proceduresIn, readStory, storyFilesIn } from './__fixtures__/story';

const ROOT = resolve(__dirname, '../../../../..');
const GUIDES = ['docs/write-a-procedure.md', 'docs/write-a-procedure.zh-CN.md'] as const;
const EXAMPLE = '60-repair-request';
/** The same example, followed to the end of the guide, where a shared sub-process does the review. */
const WITH_SHARED = '61-repair-reviewed';
/** What `npm run new-procedure` makes, as nobody has touched it. */
const UNTOUCHED = '62-untouched';
const MENU_PLUGINS = ['collection-tree', 'ui-schema-storage', 'client', 'ui-layout'];
const MINUTE = 60_000;

/** All content, a new procedure, what the guide makes of one, and the people of the demonstration without its cases. */
function contentWithExample(): string {
  const content = mkdtempSync(join(tmpdir(), 'wuxin-stories-'));
  cpSync(join(ROOT, 'workflows'), content, { recursive: true });
  const cases = JSON.parse(readFileSync(join(content, 'demo/cases.json'), 'utf8')) as object;
  writeFileSync(join(content, 'demo/cases.json'), JSON.stringify({ ...cases, cases: [] }));
  followGuide(join(ROOT, GUIDES[0]), { root: ROOT, content, until: '8.' });
  followGuide(join(ROOT, GUIDES[0]), { root: ROOT, content, folder: WITH_SHARED });
  execFileSync(process.execPath, [join(ROOT, 'scripts/new-procedure.cjs'), UNTOUCHED, '--in', content]);
  return content;
}

const content = contentWithExample();
afterAll(() => rmSync(content, { recursive: true, force: true }));
const stories = proceduresIn(content).flatMap((folder) => storyFilesIn(content, folder).map((file) => [folder, file] as const));

describe('the stories of content', () => {
  let test: TestApp;
  let player: StoryPlayer;
  beforeAll(async () => {
    process.env.WUXIN_CONTENT_PATH = content;
    test = await TestApp.start({
      plugins: [
        ...BASE_PLUGINS,
        ...MENU_PLUGINS,
        '@wuxin/plugin-bpmn',
        '@wuxin/plugin-ballot',
        '@wuxin/plugin-notice',
        '@wuxin/plugin-community',
      ],
    });
    player = new StoryPlayer(test.db);
  }, 10 * MINUTE); // all content is installed
  afterAll(() => test?.stop());

  it.each(stories)('of %s hold: %s', async (folder, file) => {
    const { definition } = await loadProcedure(join(content, folder));
    const story = await readStory(content, folder, file);
    const played = await player.start(definition.key, definition.recordCollection, story);

    for (const step of story.steps) {
      const refusal = await player.perform(played, step);
      expect({ task: step.task, outcome: step.outcome, refused: refusal }).toEqual({
        task: step.task,
        outcome: step.outcome,
        refused: step.refused ?? null,
      });
    }

    const { documents, ...ends } = story.ends;
    expect(await player.endOf(played)).toMatchObject({ ...ends, open: [...ends.open].sort() });
    const root = test.as(await test.rootUser());
    for (const [key, texts] of Object.entries(documents)) {
      const { content } = await root.file(`/api/bpmnInstances:document?filterByTk=${played.instanceId}&document=${key}`);
      const printed = textOfDocx(content);
      expect({ key, lacks: texts.filter((part) => !printed.includes(part)) }).toEqual({ key, lacks: [] });
    }
  });

  it.each([
    [EXAMPLE, 3],
    [WITH_SHARED, 3],
    [UNTOUCHED, 2],
  ])('are promised by %s, and one of them from start to end', async (folder, count) => {
    const own = stories.flatMap(([of, file]) => (of === folder ? [readStory(content, folder, file)] : []));
    const ends = (await Promise.all(own)).map((story) => story.ends.status);
    expect(ends).toHaveLength(count);
    expect(ends).toContain('completed');
  });

  it('of the guide are told in both languages', () => {
    const [english, chinese] = GUIDES.map((guide) => {
      const other = mkdtempSync(join(tmpdir(), 'wuxin-guide-'));
      followGuide(join(ROOT, guide), { root: ROOT, content: other });
      const files = execFileSync('find', ['.', '-type', 'f'], { cwd: other, encoding: 'utf8' }).split('\n').sort();
      const texts = files.filter(Boolean).map((file) => [file, readFileSync(join(other, file), 'utf8')]);
      rmSync(other, { recursive: true });
      return texts;
    });
    expect(chinese).toEqual(english);
  });
});
