import type { HttpAnswer } from '@wuxin/test';

/** What a person is told: `done`, or the status and the code of the refusal, which must have a sentence. */
export function told({ status, errors }: HttpAnswer): string {
  const [refusal] = errors;
  if (status === 200 && !refusal) return 'done';
  expect(refusal?.message).toMatch(/[\u4e00-\u9fff]/);
  return `${status} ${refusal?.code}`;
}
