import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const QUIET_LIMIT_MS = 1_500;
const LOOKS = 3;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

export interface AxeOptions {
  /** Only this part of the page is ours to answer for: the shell around it belongs to NocoBase. */
  readonly include?: string;
  /** Rule ids, each with the reason for leaving it out here. */
  readonly except?: Readonly<Record<string, string>>;
}

/** Fails with the names of the rules and the elements that break them, each time it looks: an answer may set something in motion while axe is looking. */
export async function expectAxeClean(page: Page, { include = 'body', except = {} }: AxeOptions = {}): Promise<void> {
  // Evaluated and not added as a script tag, which a content security policy would refuse.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  await page.locator(include).first().waitFor();
  let violations: string[] = [];
  for (let look = 1; look <= LOOKS; look += 1) {
    await answersAreIn(page);
    await motionEnds(page);
    violations = await violationsOf(page, include, Object.keys(except));
    if (violations.length === 0) return;
  }
  expect(violations).toEqual([]);
}

const violationsOf = (page: Page, include: string, disabledRules: readonly string[]): Promise<string[]> =>
  page.evaluate(
    async ({ selector, tags, disabled }) => {
      const { axe: checker } = window as unknown as { axe: typeof axe }; // set by the source above
      const rules = Object.fromEntries(disabled.map((id) => [id, { enabled: false }]));
      const { violations: found } = await checker.run(selector, {
        runOnly: { type: 'tag', values: tags },
        rules,
        resultTypes: ['violations'],
      });
      return found.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html.slice(0, 200)} ${failureSummary ?? ''}`).join('\n')}`,
      );
    },
    { selector: include, tags: RULES, disabled: disabledRules },
  );

/** What an answer still changes begins to move after the look otherwise. A page that asks again and again is not waited for. */
async function answersAreIn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: QUIET_LIMIT_MS }).catch(() => undefined);
}

/** A colour on its way from one to another has a contrast that nobody chose. What turns for ever is not waited for. */
async function motionEnds(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined))); // one that is taken back has ended too
  });
}
