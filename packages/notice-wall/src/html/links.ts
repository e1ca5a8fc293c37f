const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Browsers drop controls in addresses, so that `java\nscript:` is a scheme. */
const UNSAFE = /[\u0000-\u0020\u007f-\u009f\\"'<>`]/;

/**
 * An address that a page may link to: http, https, or relative to the page. Whoever gave another one gets no link.
 *
 * @returns the address, or `null`
 */
export function linkTo(address: string): string | null {
  if (address === '' || UNSAFE.test(address) || address.startsWith('//')) return null;
  if (!SCHEME.test(address)) return address;
  return /^https?:\/\/[^/]/i.test(address) ? address : null;
}
