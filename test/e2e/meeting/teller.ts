import type { Page } from 'playwright-core';
import { expectAxeClean, openPage } from '../harness';

export type Numbers = Readonly<Record<string, number>>;

/** One teller fills in the sheet and hands it in. */
export async function handInCount(
  page: Page,
  { meetingId, motionId, numbers }: { meetingId: string; motionId: string; numbers: Numbers },
): Promise<void> {
  const path = `/admin/wuxin/meetings/${meetingId}/motions/${motionId}/count`;
  await openPage(page, path, 'section[aria-labelledby] .ant-card');
  for (const [label, number] of Object.entries(numbers)) await page.getByLabel(label, { exact: true }).fill(String(number));
  await page.getByText('各项数字相符').waitFor();
  await expectAxeClean(page, { include: 'section[aria-labelledby]' });
  await page.getByRole('button', { name: '交计票表' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '交计票表' }).click();
  await page.getByText('计票表已交').first().waitFor();
}
