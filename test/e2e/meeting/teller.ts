import type { Page } from 'playwright-core';
import { expectAxeClean, openPage } from '../harness';
import { Acts } from '../pages/acts';

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
  await new Acts(page).act({ button: '交计票表', done: '计票表已交', consequence: '交出后不能修改' });
}
