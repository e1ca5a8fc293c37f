import { barringKey } from './keys';
import { mayActWith } from './may-act';
import type { HeldTask, ReaderKeys } from './types';

const WANG = { id: 7, name: '王芳' };

const reader = (changes: Partial<ReaderKeys> = {}): ReaderKeys => ({
  userId: 5,
  own: ['user:5', 'role:clerk'],
  actingFor: [],
  ...changes,
});
const standingIn = (processKeys: readonly string[] | null = null) =>
  reader({ actingFor: [{ person: WANG, processKeys, groupKeys: ['user:7', 'role:secretary'] }] });
const task = (changes: Partial<HeldTask> = {}): HeldTask => ({
  processKey: 'covenant',
  groupKeys: ['role:secretary'],
  assigneeId: null,
  ...changes,
});

describe('who may act on a task', () => {
  it('lets a member of one of its groups act', () => {
    expect(mayActWith(reader(), task({ groupKeys: ['role:clerk'] }))).toEqual({ may: true, actingFor: null });
  });

  it('lets only the holder act on a task that somebody holds', () => {
    const held = task({ groupKeys: ['role:clerk'], assigneeId: 9 });

    expect(mayActWith(reader(), held)).toEqual({ may: false, reason: 'heldByAnother' });
    expect(mayActWith(reader({ userId: 9, own: [] }), held)).toEqual({ may: true, actingFor: null });
  });

  it('tells somebody who is no candidate nothing about the holder', () => {
    expect(mayActWith(reader(), task({ assigneeId: 9 }))).toEqual({ may: false, reason: 'notCandidate' });
  });

  it('lets a stand-in act for the absent person, and says for whom', () => {
    expect(mayActWith(standingIn(), task())).toEqual({ may: true, actingFor: WANG });
    expect(mayActWith(standingIn(), task({ assigneeId: 7 }))).toEqual({ may: true, actingFor: WANG });
  });

  it('lets a stand-in act in their own name where they may', () => {
    expect(mayActWith(standingIn(), task({ groupKeys: ['role:clerk', 'role:secretary'] }))).toEqual({
      may: true,
      actingFor: null,
    });
  });

  it('keeps a stand-in to the processes they were named for', () => {
    expect(mayActWith(standingIn(['election']), task())).toEqual({ may: false, reason: 'notCandidate' });
    expect(mayActWith(standingIn(['covenant']), task())).toEqual({ may: true, actingFor: WANG });
  });

  it('bars the starter even as a member, as the holder and as a stand-in', () => {
    const barred = { groupKeys: ['role:clerk', 'role:secretary', barringKey(5)] };

    expect(mayActWith(reader(), task(barred))).toEqual({ may: false, reason: 'barred' });
    expect(mayActWith(reader(), task({ ...barred, assigneeId: 5 }))).toEqual({ may: false, reason: 'barred' });
    expect(mayActWith(standingIn(), task(barred))).toEqual({ may: false, reason: 'barred' });
  });

  it('lets nobody act in the name of somebody who is barred', () => {
    expect(mayActWith(standingIn(), task({ groupKeys: ['role:secretary', barringKey(7)] }))).toEqual({
      may: false,
      reason: 'notCandidate',
    });
  });
});
