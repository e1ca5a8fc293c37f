/** JSON only: what survives a round trip through `JSON.stringify`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Values by name, as a script sees and returns them. */
export type Variables = { readonly [name: string]: Json };
