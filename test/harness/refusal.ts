import type { HttpAnswer } from './http-client';

export type Locale = 'zh-CN' | 'en-US';

/** The same request in both languages is refused with this code and status and one sentence for people, which names everything it wants to name. */
export async function expectRefused(
  send: (locale: Locale) => Promise<HttpAnswer>,
  expected: { readonly code: string; readonly status: number },
): Promise<void> {
  const answers = [await send('zh-CN'), await send('en-US')];
  for (const { status, errors } of answers) {
    expect({ status, code: errors[0]?.code, count: errors.length }).toEqual({ ...expected, count: 1 });
  }
  const [inChinese = '', inEnglish = ''] = answers.map(({ errors }) => errors[0]!.message);
  expect(inChinese).toMatch(/[\u4e00-\u9fff]/);
  expect(inEnglish).toMatch(/[A-Za-z]{3}/);
  expect(inEnglish).not.toBe(inChinese);
  expect(`${inChinese}${inEnglish}`).not.toMatch(/\{\{|undefined|\[object|errors\./);
}
