import type { Act, Community } from '../../__fixtures__/community';
import { findRows } from '../../rows';

/** What follows the grades of a round: lists of corrections, which the organiser looks after, and complaints. */
export class Corrections {
  constructor(
    private readonly community: Community,
    private readonly round: () => string,
    private readonly organiser: string,
  ) {}

  list(days = 30): Act {
    const dueOn = this.community.day(days);
    return { outcome: 'submit', data: { items: [{ problem: '台账不全', measure: '逐户核实', person: '蒋勇', dueOn }] } };
  }

  /** Until the list is agreed to and published. */
  async begin(secretary: string, days?: number): Promise<void> {
    const { today } = this.community;
    await this.act(secretary, 'list', this.list(days));
    await this.act(this.organiser, 'approveList', { outcome: 'agree', data: { approvedOn: today } });
    const data = { publishedOn: today, publishedAt: ['board'], redaction: 'none' };
    await this.act(this.organiser, 'publishList', { outcome: 'published', data });
  }

  /** From the list until it is closed. */
  async close(secretary: string): Promise<void> {
    await this.begin(secretary);
    const { today } = this.community;
    const done = { items: await this.items({ progress: '已核实', doneOn: today }) };
    await this.act(secretary, 'correct', { outcome: 'finish', data: done });
    const found = { recheckedOn: today, recheckNote: '属实', items: await this.items({ result: 'closed' }) };
    await this.act(this.organiser, 'recheck', { outcome: 'closed', data: found });
  }

  /** Rows of the list that is worked on, each with what somebody fills in. */
  async items(column: object): Promise<object[]> {
    const running = await this.community.row('bpmnInstances', { processKey: 'rectification', status: 'running' });
    const filter = { rectificationId: running.get('recordId') };
    const rows = await findRows(this.community, 'rectificationItems', { filter, sort: ['id'] });
    return rows.map((row) => ({ id: row.get('id'), ...column }));
  }

  /** Grade, grade before a complaint and day of the correction of each place, as the round has them. */
  async grades(): Promise<unknown[][]> {
    const { recordId: roundId } = await this.community.instance(this.round());
    const rows = await findRows(this.community, 'appraisalResults', { filter: { roundId }, sort: ['id'] });
    return rows.map((row) => ['grade', 'gradeBefore', 'correctedOn'].map((name) => row.get(name)));
  }

  private act(who: string, element: string, act: Act) {
    return this.community.act(this.round(), [who, element], act);
  }
}
