import type { Cast } from '../harness';
import { Inbox } from '../pages/inbox';
import { startCase } from '../pages/start-case';
import type { TaskPage } from '../pages/task-page';
import * as entries from './entries';

/** How often a list is looked at again for what a called case brings after the commit. */
const TRIES = 12;

/** One covenant of 锦苑社区 as the people of the demonstration handle it. */
export class CovenantCase {
  constructor(
    private readonly cast: Cast,
    readonly title: string,
  ) {}

  async start(): Promise<void> {
    await startCase(await this.cast.page('secretary'), 'covenant', this.title);
  }

  /** Opens a task as soon as it is there; of a case that the covenant has called, its title ends with `what`. */
  async task(who: string, step: string, what?: string): Promise<TaskPage> {
    const title = what === undefined ? this.title : `${this.title}：${what}`;
    for (let tried = 1; tried < TRIES; tried += 1) {
      const inbox = await Inbox.open(await this.cast.page(who));
      if ((await inbox.rows(title).filter({ hasText: step }).count()) > 0) return inbox.openTask(title, step);
    }
    return (await Inbox.open(await this.cast.page(who))).openTask(title, step);
  }

  /** The first step. */
  async collect(): Promise<void> {
    await (await this.task('director', '征集民意')).fillAndDecide(entries.SOLICITED, '征集结束');
  }

  /** From the answers to the opinions to the end of the consultation. */
  async draft(): Promise<void> {
    await (await this.task('drafter', '汇总反馈')).fillAndDecide(entries.SUMMARISED, '反馈完毕');
    await (await this.task('drafter', '起草草案')).fillAndDecide(entries.DRAFTED, '提交协商');
    await (await this.task('secretary', '组织协商')).fillAndDecide(entries.CONSULTED, '提请镇（街）审核');
  }

  /** From the review, which agrees, over one vote and the filing to the publication. */
  async adopt(): Promise<void> {
    const agreed = { 审核意见: '同意提交表决。', 审核日期: entries.MEETING_DAY };
    await (await this.task('township', '镇（街）审核')).fillAndDecide(agreed, '同意');
    await (await this.task('director', '形成审议稿')).fillAndDecide(entries.PROPOSED, '提交居民会议');
    await (await this.task('director', '居民会议表决')).fillAndDecide(entries.WON, '录入完毕，计票');
    await (await this.task('witness', '监督意见', '监督意见')).fillAndDecide(entries.WITNESSED, '程序合规');
    await (await this.task('director', '报送备案', '备案')).fillAndDecide(entries.FILED, '报送备案');
    const check = await this.task('township', '备案审查', '备案');
    await check.fillAndDecide({ ...entries.RECEIVED, ...entries.ACCEPTED }, '予以备案');
    await (await this.task('director', '公布')).fillAndDecide(entries.PUBLISHED, '已公布');
  }
}
