import { demonstrationName } from '../harness';
import type { TaskPage } from '../pages/task-page';
import type { Desk } from './desk';
import * as entries from './entries';
import { followUpOf, listOf, reportOf, titleOf, type Level } from './levels';

/** One appraisal, as those do it who organise, lead, report and correct. Each is a step that may be looked at before. */
export class Round {
  constructor(
    private readonly desk: Desk,
    readonly level: Level,
  ) {}

  get title(): string {
    return titleOf(this.level);
  }

  get places(): readonly string[] {
    return Object.keys(this.level.ratees);
  }

  secretaryOf(place: string): string {
    const secretary = this.level.ratees[place];
    if (secretary === undefined) throw new Error(`${this.level.place} does not appraise ${place}`);
    return secretary;
  }

  async open(): Promise<void> {
    const { organiser, chair, place, raters } = this.level;
    const plan = await this.desk.start(organiser, { process: 'reportAppraisal', place, title: this.title });
    await plan.fillAndDecide(entries.planned(this.places, raters.map(demonstrationName)), '报请审定');
    await this.desk.act(chair, [this.title, '审定方案'], '同意', entries.APPROVED);
  }

  write(place: string): Promise<TaskPage> {
    return this.desk.task(this.secretaryOf(place), reportOf(place), '撰写述职报告');
  }

  review(place: string): Promise<void> {
    return this.desk.act(this.level.organiser, [reportOf(place), '预审'], '同意述职', entries.REVIEWED);
  }

  present(place: string): Promise<TaskPage> {
    return this.desk.task(this.level.organiser, reportOf(place), '述职会记录');
  }

  comment(place: string, score: number): Promise<void> {
    return this.desk.act(this.level.chair, [reportOf(place), '点评'], '点评完毕', entries.commented(score));
  }

  /** A report that needs no second look, until it is rated. */
  async report(place: string, score: number): Promise<void> {
    await (await this.write(place)).fillAndDecide(entries.report(demonstrationName(this.secretaryOf(place))), '报送预审');
    await this.review(place);
    await (await this.present(place)).fillAndDecide(entries.HELD, '已述职');
    await this.comment(place, score);
  }

  /** Everybody chooses the same: the first in the browser, the others as their browsers would. */
  async rate(place: string, choice: 'fair' | 'fairlyGood', raters: readonly string[]): Promise<void> {
    const [first, ...others] = raters;
    const words = choice === 'fair' ? '一般' : '较好';
    if (first) await this.desk.act(first, [reportOf(place), '民主测评'], '交回测评票', entries.rated(words));
    const items = ['rateOrganisation', 'rateDuty', 'rateService', 'rateRectification', 'rateOverall'];
    const sheet = Object.fromEntries(items.map((item) => [item, choice]));
    for (const rater of others) await this.desk.office.act(rater, [reportOf(place), '民主测评'], 'handIn', sheet);
  }

  study(): Promise<TaskPage> {
    return this.desk.task(this.level.chair, this.title, '研究等次');
  }

  announcement(): Promise<TaskPage> {
    return this.desk.task(this.level.organiser, this.title, '通报结果');
  }

  async feedBack(place: string): Promise<void> {
    const title = followUpOf(place);
    await this.desk.act(this.level.organiser, [title, '反馈意见'], '已反馈', entries.FED_BACK);
    await this.desk.act(this.secretaryOf(place), [title, '签收反馈'], '接受');
  }

  interview(place: string): Promise<TaskPage> {
    return this.desk.task(this.level.chair, followUpOf(place), '约谈');
  }

  /** The list of corrections until it is closed. */
  async correct(place: string): Promise<void> {
    const [owner, supervisor, title] = [this.secretaryOf(place), this.level.organiser, listOf(place)];
    await this.desk.act(owner, [title, '制定整改清单'], '报送清单', entries.LISTED);
    await this.desk.act(supervisor, [title, '审核清单'], '同意', entries.LIST_APPROVED);
    await this.desk.act(supervisor, [title, '公示清单'], '已公示', entries.LIST_PUBLISHED);
    await this.desk.act(owner, [title, '落实整改'], '申请销号', entries.CORRECTED);
    await this.desk.act(supervisor, [title, '复查'], '同意销号', entries.RECHECKED);
  }

  use(): Promise<TaskPage> {
    return this.desk.task(this.level.organiser, this.title, '结果运用');
  }

  async archive(): Promise<void> {
    const task = await this.desk.task(this.level.organiser, `${this.title}：归档`, '归档');
    await task.fillAndDecide(entries.ARCHIVED, '已归档');
  }
}
