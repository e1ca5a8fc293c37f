import { Plugin } from '@nocobase/server';
import { activityTypesOf, addTexts, engineOf, invariantsOf, ownNamesOf } from '@wuxin/plugin-bpmn';
import enUS from '../locale/en-US.json';
import zhCN from '../locale/zh-CN.json';
import { registerActions } from './actions';
import { connectAreas } from './connections';
import { registerCalendar, seedDuties } from './disclosures';
import { noticeActivity, tellProcess } from './activity';
import { journalWhole, publishedAsChecked } from './audit';
import { seedKinds } from './kinds';
import { noticeEnded, registerPeriodJobs } from './notices';
import { registerWallJob } from './publication';
import { objectionAnswered, objectionJournal, registerObjectionJobs, seedObjectionParameters } from './objections';
import { opinionsActivity, opinionsSorted, registerOpinionJobs } from './opinions';
import { registerWall } from './wall';

/** Notices with their boards and the public wall, objections and opinions, the disclosure calendar. */
export class PluginNoticeServer extends Plugin {
  override async beforeLoad(): Promise<void> {
    addTexts({ 'zh-CN': zhCN, 'en-US': enUS });
    ownNamesOf(this.db).add('notice');
    invariantsOf(this.db).register(publishedAsChecked, journalWhole, objectionAnswered, objectionJournal, opinionsSorted);
    for (const type of [noticeActivity, opinionsActivity]) activityTypesOf(this.db).registerOnce(type);
    noticeEnded(this.db).register(tellProcess);
    registerPeriodJobs(this.db);
    registerWallJob(this.db);
    registerObjectionJobs(this.db);
    registerOpinionJobs(this.db);
    connectAreas(this.db);
  }

  override async load(): Promise<void> {
    registerActions(this.app);
    registerCalendar(this.app);
    registerWall(this.app);
  }

  override async install(): Promise<void> {
    await this.seed();
  }

  /** Not `afterUpgrade`, which NocoBase leaves out when a start brings the upgrade with it. */
  override async upgrade(): Promise<void> {
    await this.seed();
  }

  private async seed(): Promise<void> {
    await engineOf(this.db).write(seedKinds);
    await engineOf(this.db).write((tx) => seedDuties(tx));
    await engineOf(this.db).write(seedObjectionParameters);
  }
}
