import { factZhCn } from '../sentence';
import type { Need } from './feasibility';
import { knownFacts, openNeeds, type Told } from './told';

const STATUS: { readonly [S in Told['status']]: string } = {
  open: '可以表决',
  quorumShort: '现在不能表决',
  impossible: '现在表决不可能通过',
};

export function feasibilityZhCn(told: Told): string {
  const fact = factZhCn(told.rule.kind, told.rule.labels);
  const facts = knownFacts(told).map(([measure, quantity]) => fact(measure, quantity));
  const attend = openNeeds(told).map((need) => `${fact(need.count, need.needed)}才够${stillMissing(need)}`);
  const approve = told.approve.map((need) => `通过需${fact(need.count, need.needed)}${stillMissingVoters(need)}`);
  return [
    facts.join('，'),
    attend.join(told.rule.quorum?.mode === 'anyOf' ? '，或' : '；'),
    approve.join('；'),
    STATUS[told.status],
  ]
    .filter(Boolean)
    .join('；');
}

const unit = (need: Need) => (need.count.startsWith('area') ? '平方米' : need.count.startsWith('household') ? '户' : '人');

const stillMissing = (need: Need) => (Number(need.missing) > 0 ? `，还差 ${need.missing} ${unit(need)}到会` : '');

const stillMissingVoters = (need: Need) => (Number(need.missingVoters ?? 0) > 0 ? `，至少还差 ${need.missingVoters} 人到会` : '');
