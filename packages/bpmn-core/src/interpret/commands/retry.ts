import { CommandError } from '../errors';
import { clearFailure } from '../failure';
import type { Run } from '../run';
import { isJsonObject } from '../../json';
import { readStep } from '../step';
import { touchScope } from '../tokens';
import { needToken } from './guards';

/** From: a failed token. Does again what failed, with what was known then and the variables of now. */
export function retry(run: Run, tokenId: string): void {
  const token = needToken(run, tokenId);
  if (token.status !== 'failed') throw new CommandError('tokenNotFailed', { tokenId });
  const { failure } = token.data;
  clearFailure(run, token);
  touchScope(run, token);
  run.push(readStep(isJsonObject(failure) ? failure.step : undefined, tokenId));
}
