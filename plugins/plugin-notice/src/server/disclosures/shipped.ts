import type { DutyBody } from '../../common/api';

export type ShippedDuty = Omit<DutyBody, 'placeId'> & { readonly key: string };

const CADENCE_SOURCE = {
  source: '《村民委员会组织法》第三十条：一般事项至少每季度公布一次；次月（季）15 日前公布为重庆做法，本省须确认',
  sourceEn:
    'Organic Law of Villagers’ Committees, article 30: general items at least quarterly; by the 15th of the next month or quarter as in Chongqing: to be confirmed for this province',
};
const MAJOR_SOURCE = {
  source: '《村民委员会组织法》第三十条：重大事项随时公布；10 日内为重庆做法，本省须确认',
  sourceEn:
    'Organic Law of Villagers’ Committees, article 30: major items at any time; within 10 days as in Chongqing: to be confirmed for this province',
};
const REPLY_SOURCE = {
  source: '陕西省实施《村民委员会组织法》办法第十一条：须经批准的事项，自批复之日起 5 日内公布',
  sourceEn: 'Shaanxi’s rules for the Organic Law, article 11: what needs approval is published within 5 days of the reply',
};
const STAGES_SOURCE = {
  source: '陕西省实施《村民委员会组织法》办法第十一条：周期较长的事项公布决定、进展和完成情况；10 日内为重庆做法，须确认',
  sourceEn:
    'Shaanxi’s rules, article 11: decision, progress and completion of long items; within 10 days as in Chongqing: to be confirmed',
};
const PARTY_SOURCE = {
  source: '本系统建议值：党务公开参照居务公开的周期，须由镇（街）党（工）委确认',
  sourceEn:
    'Proposed by this system: Party affairs as often as residents’ affairs; to be confirmed by the Party committee of the township',
};
const MONTHLY_SOURCE = {
  source: '《村民委员会组织法》第三十条：财务往来较多的，收支情况每月公布一次；次月 15 日前为重庆做法，本省须确认',
  sourceEn:
    'Organic Law of Villagers’ Committees, article 30: income and spending every month where traffic is heavy; by the 15th as in Chongqing: to be confirmed',
};

const duty = (
  key: string,
  [title, titleEn]: readonly [string, string],
  given: Pick<ShippedDuty, 'class' | 'cadence' | 'source' | 'sourceEn'> & Partial<ShippedDuty>,
): ShippedDuty => ({ key, title, titleEn, dueDays: 15, keepDays: null, certainty: 'unsure', ...given });

const onEvent = { cadence: 'onEvent', dueDays: 10 } as const;

/** The duties that come with the software (P58 of the domain specification). */
export const SHIPPED_DUTIES: readonly ShippedDuty[] = [
  duty('party.work', ['党组织工作与活动情况', 'Work and activities of the Party organisation'], {
    class: 'party',
    cadence: 'quarterly',
    ...PARTY_SOURCE,
  }),
  duty('party.fees', ['党费收缴情况', 'Party membership dues'], { class: 'party', cadence: 'quarterly', ...PARTY_SOURCE }),
  duty('party.decisions', ['党组织重大决定', 'Major decisions of the Party organisation'], {
    class: 'party',
    ...onEvent,
    ...PARTY_SOURCE,
  }),
  duty('residents.general', ['居务一般事项', 'General residents’ affairs'], {
    class: 'residents',
    cadence: 'quarterly',
    ...CADENCE_SOURCE,
  }),
  duty('residents.assistance', ['低保、救助等政策落实情况', 'Social assistance and other policies carried out'], {
    class: 'residents',
    cadence: 'quarterly',
    ...CADENCE_SOURCE,
  }),
  duty('residents.major', ['居务重大事项', 'Major residents’ affairs'], { class: 'residents', ...onEvent, ...MAJOR_SOURCE }),
  duty('residents.approval', ['须经批准事项的批复结果', 'Results of what needed approval'], {
    class: 'residents',
    cadence: 'onEvent',
    dueDays: 5,
    certainty: 'found',
    ...REPLY_SOURCE,
  }),
  duty('residents.stage.decision', ['周期较长事项：决定', 'Long items: decision'], {
    class: 'residents',
    ...onEvent,
    ...STAGES_SOURCE,
  }),
  duty('residents.stage.progress', ['周期较长事项：进展', 'Long items: progress'], {
    class: 'residents',
    ...onEvent,
    ...STAGES_SOURCE,
  }),
  duty('residents.stage.completion', ['周期较长事项：完成', 'Long items: completion'], {
    class: 'residents',
    ...onEvent,
    ...STAGES_SOURCE,
  }),
  duty('finance.monthly', ['财务收支（往来较多，按月）', 'Income and spending (monthly where traffic is heavy)'], {
    class: 'finance',
    cadence: 'monthly',
    ...MONTHLY_SOURCE,
  }),
  duty('finance.yearly', ['年度财务收支决算', 'Accounts of the year'], {
    class: 'finance',
    cadence: 'yearly',
    dueDays: 31,
    source: '本系统建议值，须由镇（街）确认',
    sourceEn: 'Proposed by this system; to be confirmed by the township',
  }),
];
