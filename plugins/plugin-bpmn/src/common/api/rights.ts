/** What the HTTP actions about rights give; the conventions are in index.ts. */

/** A right that roles are given: `processes` is everything of processes and cases but `bind`. */
export type RightKey = 'processes' | 'design' | 'publish' | 'migrate' | 'parameters' | 'bind';

/** GET bpmnRights:mine: what the reader may do to processes. */
export interface OwnRights {
  design: boolean;
  publish: boolean;
  migrate: boolean;
  bind: boolean;
  /** May give these rights to roles. */
  give: boolean;
}

/** GET bpmnRights:overview: who has which right, for who manages roles. */
export interface RoleRights {
  role: string;
  title: string;
  /** `included`: it comes with another right that the role has, and cannot be taken away by itself. */
  rights: Record<RightKey, 'given' | 'included' | 'none'>;
}

/** POST bpmnRights:give?filterByTk=role */
export interface GiveRightBody {
  right: RightKey;
  isGiven: boolean;
}
