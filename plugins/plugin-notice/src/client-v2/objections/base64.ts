/** The bytes of a text in base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** A file that somebody chose, as base64. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const read = new FileReader();
    read.onerror = () => reject(read.error ?? new Error('unreadable'));
    // asked for as a data address, which is text
    read.onload = () => resolve(typeof read.result === 'string' ? read.result.replace(/^data:[^,]*,/, '') : '');
    read.readAsDataURL(file);
  });
}
