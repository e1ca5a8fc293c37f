export type IsPrivate = (resourceName: unknown) => boolean;
