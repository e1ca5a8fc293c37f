import type { HttpAnswer } from '@wuxin/test';

type Locale = 'zh-CN' | 'en-US';

/** Refused with a code, in a sentence of each language that names everything it wants to name. */
export async function expectRefused(send: (locale: Locale) => Promise<HttpAnswer>, code: string, status: number): Promise<void> {
  const answers = [await send('zh-CN'), await send('en-US')];
  for (const { status: is, errors } of answers) {
    expect({ status: is, code: errors[0]?.code, count: errors.length }).toEqual({ status, code, count: 1 });
  }
  const [inChinese = '', inEnglish = ''] = answers.map(({ errors }) => errors[0]?.message ?? '');
  expect(inChinese).toMatch(/[\u4e00-\u9fff]/);
  expect(inEnglish).toMatch(/[A-Za-z]{3}/);
  expect(inEnglish).not.toBe(inChinese);
  expect(`${inChinese}${inEnglish}`).not.toMatch(/\{\{|undefined|\[object|errors\./);
}
