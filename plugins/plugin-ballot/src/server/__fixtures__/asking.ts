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

const drawing = (key: string, settings: object) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wuxin="urn:wuxin:bpmn:1" id="d" targetNamespace="t">
  <bpmn:process id="${key}" name="${key}" isExecutable="true">
    <bpmn:startEvent id="begin"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:serviceTask id="meet" name="开会" wuxin:activityType="meeting">
      <bpmn:extensionElements><wuxin:config>
        ${Object.entries(settings)
          .map(([name, value]) => `<wuxin:property name="${name}" value='${value}' />`)
          .join('\n        ')}
      </wuxin:config></bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:userTask id="follow" name="落实" wuxin:formKey="none">
      <bpmn:extensionElements><wuxin:assignment kind="role" value="convenor" /><wuxin:outcome key="done" name="完成" kind="primary" /></bpmn:extensionElements>
      <bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="end"><bpmn:incoming>f3</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="meet" />
    <bpmn:sequenceFlow id="f2" sourceRef="meet" targetRef="follow" />
    <bpmn:sequenceFlow id="f3" sourceRef="follow" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;

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
    for (const [person, role] of Object.entries(POSTS)) await this.holdRole(person as keyof typeof POSTS, role); // keys of POSTS
  }

  private async holdRole(person: keyof typeof POSTS, name: string): Promise<void> {
    const roles = this.hall.db.getRepository('roles');
    if (!(await roles.findOne({ filter: { name } }))) await roles.create({ values: { name, title: name } });
    const user = await this.hall.db.getRepository('users').findOne({ filterByTk: this.hall.id(person) });
    await user.addRoles([name]);
  }

  async problems(key: string, changes: object = {}): Promise<Problem[]> {
    const xml = drawing(key, { ...SETTINGS, ...changes });
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
