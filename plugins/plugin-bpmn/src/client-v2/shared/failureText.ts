import type { Failure } from '../api';
import type { TextKey, Translate } from '../i18n';

const WORDS: Record<Failure['kind'], TextKey> = {
  forbidden: 'failure.notAllowed',
  notFound: 'failure.notFound',
  conflict: 'failure.conflict',
  refused: 'failure.refused',
  offline: 'failure.offline',
  broken: 'failure.broken',
};

/** Why something was not done, in one sentence: the server's own words, or ours where it has none for this reader. */
export const failureText = ({ kind, message }: Failure, t: Translate): string => message ?? t(WORDS[kind]);
