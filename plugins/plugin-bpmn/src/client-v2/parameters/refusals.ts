import type { Failure } from '../api';
import type { TextKey, Translate } from '../i18n';

const HINT: Record<string, TextKey> = {
  'parameter.beyondStatutoryLimit': 'parameter.hintStatutory',
  'parameter.needsApproval': 'parameter.hintApproval',
  'parameter.notAtThisLevel': 'parameter.hintLevel',
  'parameter.notYourPlace': 'parameter.hintPlace',
  'parameter.ownProposal': 'parameter.hintOwn',
  'parameter.notAbove': 'parameter.hintAbove',
  'parameter.inThePast': 'parameter.hintPast',
  'parameter.decidedAlready': 'parameter.hintDecided',
};

/** What somebody can do about a refusal: the sentence itself comes from the server. */
export const hintFor =
  (t: Translate) =>
  ({ code }: Failure): string | null => {
    const key = code === null ? undefined : HINT[code];
    return key ? t(key) : null;
  };
