/** antd puts a space between two Chinese characters on a button. */
export const spaced = (words: string): RegExp | string =>
  words.length === 2 ? new RegExp(`^${words[0]}\\s*${words[1]}$`) : words;
