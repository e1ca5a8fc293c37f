import { findOverlap, isCyclic } from './rules';
import type { StandIn } from './types';

const A = 1;
const B = 2;
const C = 3;

const standIn = (absentId: number, standInId: number, processKeys: readonly string[] | null = null): StandIn => ({
  id: `${absentId}-${standInId}`,
  absent: { id: absentId, name: `person ${absentId}` },
  standIn: { id: standInId, name: `person ${standInId}` },
  fromOn: '2026-11-01',
  untilOn: '2026-11-10',
  processKeys,
  reason: 'leave',
  createdBy: { id: absentId, name: '' },
  createdAt: 0,
  revoked: null,
});
const planned = (absentId: number, standInId: number, processKeys: readonly string[] | null = null) => ({
  absentId,
  standInId,
  processKeys,
});

describe('overlapping stand-ins', () => {
  it('finds another stand-in of the same person', () => {
    expect(findOverlap(planned(A, C), [standIn(A, B)])?.standIn.id).toBe(B);
  });

  it('lets two people stand in for different processes', () => {
    expect(findOverlap(planned(A, C, ['covenant']), [standIn(A, B, ['election'])])).toBeUndefined();
  });

  it('counts every process as shared when one stand-in is for all', () => {
    expect(findOverlap(planned(A, C, ['covenant']), [standIn(A, B)])).toBeDefined();
  });

  it('lets one person stand in for two', () => {
    expect(findOverlap(planned(B, C), [standIn(A, C)])).toBeUndefined();
  });
});

describe('rings of stand-ins', () => {
  it('finds two people who would stand in for each other', () => {
    expect(isCyclic(planned(A, B), [standIn(B, A)])).toBe(true);
  });

  it('finds a ring of three', () => {
    expect(isCyclic(planned(A, B), [standIn(B, C), standIn(C, A)])).toBe(true);
  });

  it('takes no chain for a ring', () => {
    expect(isCyclic(planned(A, B), [standIn(B, C)])).toBe(false);
  });

  it('ends when others already form a ring', () => {
    expect(isCyclic(planned(A, B), [standIn(B, C), standIn(C, B)])).toBe(false);
  });

  it('takes people who stand in for each other in different processes for no ring', () => {
    expect(isCyclic(planned(A, B, ['covenant']), [standIn(B, A, ['election'])])).toBe(false);
  });
});
