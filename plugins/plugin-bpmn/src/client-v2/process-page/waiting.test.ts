import type { WaitingReason } from '../../common/api';
import zhCN from '../../locale/zh-CN.json';
import type { Translate } from '../i18n';
import { describeWaiting } from './waiting';

const t: Translate = (key, values = {}) => zhCN[key].replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]));
const at = { elementId: 'review', elementName: '镇审核', since: 0 };

const noReminder = { mayRemind: false, remindedAt: null, mayRemindFrom: null, remindersLeft: 3 };
const task: WaitingReason = { kind: 'task', taskId: '1', ...at, people: [], groups: [], deadline: null, ...noReminder };

describe('describeWaiting', () => {
  it('names the people and posts who have to act', () => {
    const reason = { ...task, people: [{ id: 1, name: '王芳' }], groups: ['镇民政办'] };

    expect(describeWaiting(reason, t).what).toBe('等待 王芳、镇民政办 办理“镇审核”');
  });

  it('says so when nobody is there to act', () => {
    expect(describeWaiting(task, t).what).toContain('没有可办理的人');
  });

  const call = { kind: 'call', ...at, instanceId: '2', title: '会议', deadline: null, hasIncident: false } as const;

  it('names who has to act in a called case', () => {
    const reason: WaitingReason = { ...call, people: [{ id: 1, name: '王芳' }], groups: ['镇民政办'] };

    expect(describeWaiting(reason, t)).toEqual({
      what: '“镇审核”的子办件等待 王芳、镇民政办 办理',
      more: null,
      tone: 'normal',
    });
  });

  it('waits for the end of a called case that waits for nobody, and shows its incident as trouble', () => {
    const reason: WaitingReason = { ...call, people: [], groups: [], hasIncident: true };

    expect(describeWaiting(reason, t)).toEqual({
      what: '“镇审核”等待子办件办结',
      more: '子办件出现异常，需要管理员处理',
      tone: 'trouble',
    });
  });

  it('says of a join without a name what is still open', () => {
    const join = { kind: 'join', elementId: 'join', since: 0, awaited: ['镇审核', '登记'] } as const;

    expect(describeWaiting({ ...join, awaited: [...join.awaited], elementName: null }, t).what).toBe(
      '一个环节已办完，还在等：镇审核、登记',
    );
    expect(describeWaiting({ ...join, awaited: [...join.awaited], elementName: '会签汇合' }, t).what).toContain('会签汇合');
  });

  it('says of the work of another plugin what that says of it', () => {
    const reason: WaitingReason = { kind: 'activity', ...at, text: '会议待召开', address: '/admin/x' };

    expect(describeWaiting(reason, t)).toEqual({ what: '等待“镇审核”办完', more: '会议待召开', tone: 'normal' });
  });

  it('shows the last error of failing work as trouble', () => {
    const reason: WaitingReason = {
      kind: 'job',
      ...at,
      jobKind: 'notify',
      attempts: 2,
      nextAttemptAt: null,
      lastFailure: '连接超时',
    };

    expect(describeWaiting(reason, t)).toMatchObject({ tone: 'trouble', more: '已失败 2 次：连接超时。' });
  });
});
