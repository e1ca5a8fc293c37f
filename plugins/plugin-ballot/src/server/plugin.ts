import { Plugin } from '@nocobase/server';
import { activityTypesOf, addTexts, engineOf, invariantsOf, ownNamesOf } from '@wuxin/plugin-bpmn';
import enUS from '../locale/en-US.json';
import zhCN from '../locale/zh-CN.json';
import { registerActions } from './actions';
import { meetingActivity, tellProcess } from './activity';
import { meetingEnded } from './meetings';
import { registerDoor } from './door';
import { journalChain, motionRecounted } from './results';
import { seedRules } from './rules';

/** Meetings, rolls, motions and votes: at a desk by themselves, and as work of a process. */
export class PluginBallotServer extends Plugin {
  override async beforeLoad(): Promise<void> {
    addTexts({ 'zh-CN': zhCN, 'en-US': enUS });
    ownNamesOf(this.db).add('ballot');
    invariantsOf(this.db).register(motionRecounted, journalChain);
    activityTypesOf(this.db).registerOnce(meetingActivity(this.app));
    meetingEnded(this.db).register(tellProcess);
  }

  override async load(): Promise<void> {
    registerActions(this.app);
    registerDoor(this.app);
  }

  override async install(): Promise<void> {
    await this.seed();
  }

  /** Not `afterUpgrade`, which NocoBase leaves out when a start brings the upgrade with it. */
  override async upgrade(): Promise<void> {
    await this.seed();
  }

  private async seed(): Promise<void> {
    await engineOf(this.db).write(seedRules);
  }
}
