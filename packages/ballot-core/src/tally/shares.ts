import type { Amounts } from '../measure';
import type { Rule, Share } from '../rule';
import { judge, missing } from './judge';
import type { Reason } from './result';

/** Shares of the people there, such as women's; `blocks` when one that must hold does not. */
export function judgeShares(rule: Rule, amounts: Amounts): { readonly reasons: Reason[]; readonly blocks: boolean } {
  const judged = rule.shares.map((share) => ({ share, reason: judgeShare(rule, share, amounts) }));
  return {
    reasons: judged.map(({ reason }) => reason),
    blocks: judged.some(({ share, reason }) => share.onShort === 'block' && reason.code === 'share.short'),
  };
}

/** An unknown share is a warning where it may only warn; where it may block, the number must be given. */
function judgeShare(rule: Rule, share: Share, amounts: Amounts): Reason {
  const reason = judge(rule, share, 'share', amounts);
  if (reason) return { ...reason, onShort: share.onShort };
  if (share.onShort === 'block') throw missing(rule, [share], amounts);
  return { code: 'share.unknown', clause: share.id, count: share.count, onShort: share.onShort };
}
