import { askingProcess } from '@wuxin/test';
import type { Json } from '@wuxin/bpmn-core';
import { DAY_MS, dayOf, type Hall, type Person } from './hall';
import { tables, type MeetingRecord } from '../store';

const SETTINGS = {
  'title': '=“第一季度”'.replaceAll(/[“”]/g, '"'),
  'plannedOn': '=day',
  'venue': '村委会会议室',
  'agenda': '修建文化广场\n其他事项',
  'motion.title': '修建文化广场',
  'chair': 'role:chairs',
  'minuteTaker': 'role:convenor',
  'clerk': 'role:clerks',
  'tellers': 'role:tellers',
  'quorum': '2/3',
  'pass': '=share',
};

const POSTS = { chair: 'chairs', clerk: 'clerks', teller: 'tellers', teller2: 'tellers' } as const;

interface Tracked {
  readonly instance: { readonly status: string };
  readonly waiting: readonly {
    readonly kind: string;
    readonly elementId?: string;
    readonly text?: string;
    readonly address?: string;
    readonly code?: string;
  }[];
  readonly history: readonly { readonly kind: string; readonly text: string }[];
}

interface Problem {
  readonly severity: string;
  readonly code: string;
  readonly text: string;
}

interface Given {
  readonly share?: string;
  readonly day?: string;
  readonly [variable: string]: Json | undefined;
}

/** A process whose first step is a meeting, and the people who hold the posts of it. */
export class Asking {
  constructor(private readonly hall: Hall) {}

  async holdPosts(): Promise<void> {
    for (const [person, role] of Object.entries(POSTS)) await this.hall.holdRole(person as keyof typeof POSTS, role); // keys of POSTS
  }

  async problems(key: string, changes: object = {}): Promise<Problem[]> {
    const settings = { ...SETTINGS, ...changes };
    const xml = askingProcess({ key, activityType: 'meeting', name: '开会', settings, followers: 'convenor' });
    const { problems } = await this.hall.do<{ problems: Problem[] }>('root', 'bpmnProcesses:deploy', undefined, { xml });
    return problems.filter(({ severity }) => severity === 'error');
  }

  async publish(key: string, changes: object = {}, by: Person = 'root'): Promise<void> {
    expect(await this.problems(key, changes)).toEqual([]);
    await this.hall.do(by, 'bpmnProcesses:publish', key, { note: '' });
  }

  async start(key: string, { share = '1/2', day = dayOf(this.hall.now + DAY_MS), ...more }: Given = {}): Promise<string> {
    return (await this.hall.startAs('root', key, { share, day, ...more })).instanceId;
  }

  async track(instanceId: string, locale: 'zh-CN' | 'en-US' = 'zh-CN'): Promise<Tracked> {
    return (await this.hall.as('root').get<Tracked>('bpmnInstances:track', { params: { filterByTk: instanceId }, locale })).data;
  }

  async meetingOf(instanceId: string): Promise<MeetingRecord> {
    return (await tables.meetings.find(this.hall, { instanceId }))!;
  }
}
