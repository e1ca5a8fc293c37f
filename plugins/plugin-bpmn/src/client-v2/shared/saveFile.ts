import type { AnsweredFile } from '../api';

/** Gives a file to the reader as a download. */
export function saveFile({ content, name }: AnsweredFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}
