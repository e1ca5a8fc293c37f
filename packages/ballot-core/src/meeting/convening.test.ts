import { conveningProblems, findMeetingType } from '.';

const village = findMeetingType('village.meeting');

describe('a meeting that is convened', () => {
  test('on the last day in time is right, and a day later it is not', () => {
    expect(conveningProblems(village, { noticeOn: '2026-02-20', heldOn: '2026-03-02' })).toEqual([]);
    expect(conveningProblems(village, { noticeOn: '2026-02-21', heldOn: '2026-03-02' })).toEqual([
      { code: 'noticeShort', noticeDays: 10, earliest: '2026-03-03' },
    ]);
  });

  test('counts over the end of a year and a leap day', () => {
    expect(conveningProblems(village, { noticeOn: '2026-12-25', heldOn: '2027-01-04' })).toEqual([]);
    expect(conveningProblems(village, { noticeOn: '2028-02-20', heldOn: '2028-03-01' })).toEqual([]);
    expect(conveningProblems(village, { noticeOn: '2027-02-20', heldOn: '2027-03-01' })).toMatchObject([{ code: 'noticeShort' }]);
  });

  test('before its notice is refused like one that is too late', () => {
    expect(conveningProblems(village, { noticeOn: '2026-03-02', heldOn: '2026-03-01' })).toMatchObject([{ code: 'noticeShort' }]);
  });

  test('without a notice that any law asks for may be held at once', () => {
    expect(conveningProblems(findMeetingType('village.group'), { noticeOn: '2026-03-02', heldOn: '2026-03-02' })).toEqual([]);
  });

  test('outside the time of its law is refused', () => {
    expect(conveningProblems(findMeetingType('urban2018.meeting'), { noticeOn: '2025-12-01', heldOn: '2026-01-01' })).toEqual([
      { code: 'notInForce', validFrom: undefined, validUntil: '2025-12-31' },
    ]);
    expect(
      conveningProblems(findMeetingType('urban2026.meeting'), { noticeOn: '2025-12-01', heldOn: '2025-12-31' }),
    ).toMatchObject([{ code: 'notInForce', validFrom: '2026-01-01' }]);
  });

  test.each([
    ['2026-03-08', { code: 'reconvenedEarly', earliest: '2026-03-09', latest: '2026-03-17' }],
    ['2026-03-09', undefined],
    ['2026-03-17', undefined],
    ['2026-03-18', { code: 'reconvenedLate', earliest: '2026-03-09', latest: '2026-03-17' }],
  ])('again on %s after too few came on 2026-03-02: %j', (heldOn, problem) => {
    const group = findMeetingType('village.group');
    const problems = conveningProblems(group, { noticeOn: '2026-03-03', heldOn, after: { heldOn: '2026-03-02', times: 1 } });

    expect(problems).toEqual(problem ? [problem] : []);
  });

  test('as often as the rule lets is reported instead', () => {
    const after = { heldOn: '2026-03-02', times: 2 };

    expect(conveningProblems(village, { noticeOn: '2026-03-02', heldOn: '2026-03-14', after })).toEqual([
      { code: 'reconvenedTooOften', times: 2 },
    ]);
  });
});
