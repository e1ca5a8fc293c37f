import { readFileSync } from 'node:fs';
import { BallotError } from '../errors';

/**
 * The cases in a file: an array, or an object with an array `cases`.
 *
 * @throws BallotError `ballot.fileUnreadable`, `ballot.jsonInvalid`, `ballot.fileNotCases`
 */
export function readCasesFile(file: string): readonly unknown[] {
  const content = parseJson(file, readText(file));
  if (Array.isArray(content)) return content;
  if (typeof content === 'object' && content !== null && 'cases' in content && Array.isArray(content.cases)) {
    return content.cases;
  }
  throw new BallotError('ballot.fileNotCases', { file });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new BallotError('ballot.fileUnreadable', { file, reason: reasonOf(cause) }, { cause });
  }
}

/** Windows editors put a byte order mark in front, which JSON does not allow. */
function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new BallotError('ballot.jsonInvalid', { file, reason: reasonOf(cause) }, { cause });
  }
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
