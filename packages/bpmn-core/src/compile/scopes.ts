import type { ScopeFacet } from '../graph';

/** What a scope contains is filled in when all elements are known. */
export const noScopeDetails: ScopeFacet = { startIds: [], eventSubProcessIds: [], isCompensable: false, adHoc: null };
