/** What the project proposes where no law says anything: ask again after one to two weeks, twice. */
export const PROPOSED_RECONVENING = { atLeastDays: 7, atMostDays: 15, times: 2, certainty: 'known' } as const;
