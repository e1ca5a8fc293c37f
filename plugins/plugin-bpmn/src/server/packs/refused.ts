import { PackError, readArchive, type Pack } from '@wuxin/pack-format';
import { badInput } from '../runtime/errors';

/** @throws bad input `pack.tooLarge`, `pack.notAnArchive` …: the refusals of the format, in words */
export function packsIn(archive: Uint8Array): Pack[] {
  return refusing(() => readArchive(archive));
}

export function refusing<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof PackError) throw badInput(error.code, { ...error.data }, error);
    throw error;
  }
}
