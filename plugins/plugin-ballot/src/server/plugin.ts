import { Plugin } from '@nocobase/server';
import { addTexts, ownNamesOf } from '@wuxin/plugin-bpmn';
import enUS from '../locale/en-US.json';
import zhCN from '../locale/zh-CN.json';
import { registerDoor } from './door';

/** Meetings, rolls, motions and votes: at a desk by themselves, and as work of a process. */
export class PluginBallotServer extends Plugin {
  override async beforeLoad(): Promise<void> {
    addTexts({ 'zh-CN': zhCN, 'en-US': enUS });
    ownNamesOf(this.db).add('ballot');
  }

  override async load(): Promise<void> {
    registerDoor(this.app);
  }
}
