import type { Application } from '@nocobase/server';
import { registerOwnActions } from '@wuxin/plugin-bpmn';
import { registerRights } from '../rights';
import { boxActions } from './boxes';
import { meetingActions } from './meetings';
import { motionActions } from './motions';
import { attendanceActions, rollActions } from './rolls';
import { ruleActions } from './rules';

/** Declares the HTTP actions; each command checks who acts. */
export function registerActions(app: Application): void {
  const handlers = { ...ruleActions, ...meetingActions, ...rollActions, ...attendanceActions, ...motionActions, ...boxActions };
  registerOwnActions(app, handlers);
  // collections are resources by themselves; attendance is none
  app.resourceManager.define({ name: 'ballotAttendance' });
  registerRights(app, Object.keys(handlers));
}
