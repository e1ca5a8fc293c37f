import type { Act, Community } from '../../__fixtures__/community';
import { findRows } from '../../rows';

type Values = Readonly<Record<string, unknown>>;

export const ORGANISER = 'township-organiser';
export const SECRETARY = 'township-secretary';

/** A medium site with members enough for a branch. */
export const numbers = (more: Values = {}): Values => ({
  site: '锦苑安置点',
  households: 420,
  population: 1680,
  formalMembers: 12,
  probationaryMembers: 2,
  nearestOrganisation: '云岭村党支部',
  nearestDistance: 800,
  neighbours: 60,
  mergesVillage: 'no',
  ...more,
});

export const start = (community: Community, title = '锦苑安置点党组织设置'): Promise<string> =>
  community.start(title, { by: ORGANISER, processKey: 'partyOrganisation' });

export const measure = (community: Community, setting: string, more: Values = {}) =>
  community.act(setting, [ORGANISER, 'measure'], { outcome: 'done', data: numbers(more) });

export const propose = (community: Community, setting: string) =>
  community.act(setting, [ORGANISER, 'propose'], { outcome: 'submit', data: { townshipOpinion: '拟按测算结果设置。' } });

/** The township Party committee studies it today. */
export const study = (community: Community, setting: string, act: Partial<Act> = {}) =>
  community.act(setting, [SECRETARY, 'study'], {
    outcome: 'approve',
    ...act,
    data: { studiedOn: community.today, ...act.data },
  });

export const reply = (community: Community, setting: string) =>
  community.act(setting, [ORGANISER, 'reply'], { outcome: 'issued', data: replied(community) });

export const replied = (community: Community, more: Values = {}): Values => ({
  replyNumber: '云党发〔2026〕8 号',
  repliedOn: community.today,
  publishedOn: community.today,
  publishPlaces: ['board'],
  ...more,
});

export const implement = (community: Community, setting: string, more: Values = {}) =>
  community.act(setting, [ORGANISER, 'implement'], { outcome: 'done', data: implemented(community, more) });

export const implemented = (community: Community, more: Values = {}): Values => ({
  implementedOn: community.today,
  implementation: '已召开党员大会，成立党支部。',
  ...more,
});

/** From the numbers to what was done about them. */
export async function decideAndImplement(community: Community, setting: string, more: Values = {}): Promise<void> {
  await measure(community, setting, more);
  await propose(community, setting);
  await study(community, setting);
  await reply(community, setting);
  await implement(community, setting);
}

export const recheck = (community: Community, setting: string, more: Values = {}) =>
  community.act(setting, [ORGANISER, 'recheck'], { outcome: 'checked', data: numbers(more) });

/** What the record of the case says. */
export async function fieldsOf(community: Community, setting: string, ...names: string[]): Promise<unknown[]> {
  const record = await community.record(setting);
  return names.map((name) => record.get(name));
}

/** Households, members and result of each calculation. */
export async function calculationsOf(community: Community, setting: string): Promise<unknown[][]> {
  const { recordId } = await community.instance(setting);
  const rows = await findRows(community, 'partyOrganisationCalculations', { filter: { settingId: recordId }, sort: ['id'] });
  return rows.map((row) => [row.get('households'), row.get('countedMembers'), row.get('suggestion')]);
}
