import { factEnUs } from '../sentence';
import type { Need } from './feasibility';
import { knownFacts, openNeeds, type Told } from './told';

const STATUS: { readonly [S in Told['status']]: string } = {
  open: 'the vote can be held',
  quorumShort: 'the vote cannot be held now',
  impossible: 'a vote now cannot pass',
};

export function feasibilityEnUs(told: Told): string {
  const fact = factEnUs(told.rule.labels);
  const facts = knownFacts(told).map(([measure, quantity]) => fact(measure, quantity));
  const attend = openNeeds(told).map((need) => `quorum needs ${fact(need.count, need.needed)}${stillMissing(need)}`);
  const approve = told.approve.map((need) => `passing needs ${fact(need.count, need.needed)}${stillMissingVoters(need)}`);
  return [
    facts.join(', '),
    attend.join(told.rule.quorum?.mode === 'anyOf' ? ', or ' : '; '),
    approve.join('; '),
    STATUS[told.status],
  ]
    .filter(Boolean)
    .join('; ');
}

const stillMissing = (need: Need) => (Number(need.missing) > 0 ? `, ${need.missing} still missing` : '');

const stillMissingVoters = (need: Need) =>
  Number(need.missingVoters ?? 0) > 0 ? `, at least ${need.missingVoters} more must come` : '';
