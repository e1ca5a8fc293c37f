import type { Amounts } from '../measure';
import type { ReadyRule } from '../rule';
import { judgeGroup } from './judge';
import type { Finding, Reason } from './result';

/** One question, one answer: a decision, a petition, the composition of a body, or an election of one. */
export function decideMotion(rule: ReadyRule, amounts: Amounts): Finding {
  const { reasons, holds } = judgeGroup(rule, rule.approval, 'approval', amounts);
  const outvoted = rule.kind === 'decision' ? outvotedReason(amounts) : undefined;
  return {
    decided: holds && !outvoted ? 'passed' : 'notPassed',
    reasons: outvoted ? [...reasons, outvoted] : reasons,
  };
}

/**
 * A decision needs more votes for than against, whatever its thresholds: a tie is not passed (domain rule V17).
 * Asking for more, and not only for unequal, keeps a further vote in favour from ever turning passed into not passed.
 */
function outvotedReason({ approve, oppose }: Amounts): Reason | undefined {
  if (approve === undefined || oppose === undefined || approve > oppose) return undefined;
  const code = approve === oppose ? 'votes.tie' : 'votes.outnumbered';
  return { code, approve: Number(approve), oppose: Number(oppose) };
}
