/** What the voter's door is asked for. */
export interface Asked {
  readonly meetingId: string;
  /** Undefined: the page itself. */
  readonly action: string | undefined;
}

const apiPath = (): string => (process.env.API_BASE_PATH ?? '/api/').replace(/\/*$/, '/');

/** Where phones vote; a page puts its own origin before it. */
export const doorUrl = (meetingId: string): string => `${apiPath()}ballot-box/${meetingId}`;

/** Reads a path; undefined: it leads somewhere else. Everything below the door is the door's, also what does not exist there. */
export function askedBy(path: string): Asked | undefined {
  const base = apiPath();
  if (!path.startsWith(base)) return undefined;
  // of an application beside the main one
  const [door, meetingId = '', ...rest] = path.slice(base.length).replace(/^__app\/[^/]+\//, '').split('/'); // prettier-ignore
  return door === 'ballot-box' ? { meetingId, action: rest.length === 0 ? undefined : rest.join('/') } : undefined;
}
