/** Steps that build on each other: after one has failed, those that follow fail at once instead of waiting for it. */
export function story(onFailure: () => Promise<void>): (claim: string, play: () => Promise<void>) => void {
  let failed: string | undefined;
  return (claim, play) =>
    it(claim, async () => {
      if (failed) throw new Error(`not played, because this failed: ${failed}`);
      try {
        await play();
      } catch (error) {
        failed = claim;
        await onFailure();
        throw error;
      }
    });
}
