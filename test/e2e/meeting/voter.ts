import type { Page } from 'playwright-core';
import { expectAxeClean } from '../harness';

export type Answer = '赞成' | '反对' | '弃权';

/** Somebody scans a slip, chooses, looks once more and puts the ballot into the box; gives the receipt. */
export async function voteByPhone(
  page: Page,
  { meetingId, code, motion, answer }: { meetingId: string; code: string; motion: string; answer: Answer },
): Promise<string> {
  await page.goto('about:blank'); // a slip after the other on one phone is a page after the other
  await page.goto(`/api/ballot-box/${meetingId}#${code}`);
  const card = page.locator('section').filter({ hasText: motion });
  await card.getByRole('button', { name: '去投票' }).click();
  await page.getByText(answer, { exact: true }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '投入票箱' }).click();
  await page.getByRole('heading', { name: '票已投入票箱' }).waitFor();
  return page.locator('.receipt').innerText();
}

/** Every view that a voter sees, looked at by the checker of accessibility. */
export async function expectVoterPageAccessible(page: Page, meetingId: string, code: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`/api/ballot-box/${meetingId}`);
  await page.getByLabel('表决码').fill(code);
  await expectAxeClean(page);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '去投票' }).waitFor();
  await expectAxeClean(page);
  await page.getByRole('button', { name: '去投票' }).click();
  await page.getByText('赞成', { exact: true }).waitFor();
  await expectAxeClean(page);
}
