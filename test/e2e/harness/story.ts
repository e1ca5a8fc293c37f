/** One step may be a dozen tasks, each of them a few seconds on a busy machine. */
const STEP_LIMIT_MS = 300_000;

/** Steps that build on each other: after one has failed, those that follow fail at once instead of waiting for it. */
export function story(onFailure: () => Promise<void>): (claim: string, play: () => Promise<void>) => void {
  let failed: string | undefined;
  return (claim, play) =>
    it(
      claim,
      async () => {
        if (failed) throw new Error(`not played, because this failed: ${failed}`);
        try {
          await play();
        } catch (error) {
          failed = claim;
          await onFailure();
          throw error;
        }
      },
      STEP_LIMIT_MS,
    );
}
