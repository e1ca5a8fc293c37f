/**
 * What a rule may count or divide by. One vocabulary serves as numerators, as bases and as the field names of `counts`,
 * so a rule, a result and a stored tally always mean the same thing by the same word.
 */

/** `votes` may be compared with any head count (one head, one vote); `area` only with `area`. */
export type Unit = 'people' | 'votes' | 'ballots' | 'households' | 'groups' | 'area';

const UNITS = {
  due: 'people',
  present: 'people',
  registered: 'people',
  voted: 'people',
  allMembers: 'people',
  representatives: 'people',
  women: 'people',
  womenPresent: 'people',
  petitioners: 'people',
  petitioningRepresentatives: 'people',
  probationary: 'people',
  placedOnProbation: 'people',
  doubleEnrolled: 'people',
  approve: 'votes',
  oppose: 'votes',
  abstain: 'votes',
  blank: 'votes',
  invalid: 'votes',
  notVoting: 'votes',
  recused: 'people',
  issued: 'ballots',
  recovered: 'ballots',
  valid: 'ballots',
  households: 'households',
  householdsPresent: 'households',
  petitioningHouseholds: 'households',
  groups: 'groups',
  petitioningGroups: 'groups',
  area: 'area',
  areaVoted: 'area',
  areaApprove: 'area',
  areaOppose: 'area',
  areaAbstain: 'area',
  areaInvalid: 'area',
} as const satisfies Record<string, Unit>;

/** A named number of a vote: 应到 `due`, 实到 `present`, 赞成 `approve` … The README lists all of them. */
export type Measure = keyof typeof UNITS;

/** Exact numbers of one vote; areas in square centimetres. */
export type Amounts = { readonly [M in Measure]?: bigint };

export const isMeasure = (name: unknown): name is Measure => typeof name === 'string' && Object.hasOwn(UNITS, name);

export const unitOf = (measure: Measure): Unit => UNITS[measure];

/** Whether a share of `base` can be asked of `count`: like with like, votes and people with the heads or ballots they come from. */
export function areComparable(count: Measure, base: Measure): boolean {
  const [ofCount, ofBase] = [unitOf(count), unitOf(base)];
  if (ofCount === ofBase) return true;
  if (ofCount === 'votes') return ofBase !== 'area';
  // A represented household is one person in the room.
  return ofCount === 'people' && (ofBase === 'ballots' || base === 'householdsPresent');
}
