import type { GroupKey } from '../ports';

export const POST_PREFIX = 'post';

/** `post:communitySecretary@12`: everybody who holds the post at that place. */
export const postKeyAt = (postKey: string, placeId: string): GroupKey => `${POST_PREFIX}:${postKey}@${placeId}`;

export interface PostAtPlace {
  readonly postKey: string;
  readonly placeId: string;
}

/** Reads a key back; nothing for one that is not ours. */
export function readPostKey(key: GroupKey): PostAtPlace | undefined {
  const [, postKey, placeId] = /^post:([^@]+)@(\d+)$/.exec(key) ?? [];
  return postKey === undefined || placeId === undefined ? undefined : { postKey, placeId };
}
