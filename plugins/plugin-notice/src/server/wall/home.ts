import { perDatabase } from '@wuxin/plugin-bpmn';
import { storagePathJoin } from '@nocobase/utils';
import { resolve } from 'node:path';

const apiPath = (): string => (process.env.API_BASE_PATH ?? '/api/').replace(/\/*$/, '/');

/** NocoBase's name of the application that is no sub-application. */
const MAIN = 'main';

/** Where the wall of one application lies and is served. */
export class WallHome {
  name = MAIN;

  /** A folder for each application, so that two never write into one. */
  get folder(): string {
    return resolve(process.env.WUXIN_WALL_PATH || storagePathJoin('wall'), this.name);
  }

  /** The address of the front page, without its host. */
  get path(): string {
    return `${apiPath()}${this.name === MAIN ? '' : `__app/${this.name}/`}wall/`;
  }
}

export const wallHomeOf = perDatabase(() => new WallHome());

/** What of the wall a path asks for: `''` is its front page. Undefined: it leads somewhere else. */
export function askedBy(path: string): string | undefined {
  const base = apiPath();
  if (!path.startsWith(base)) return undefined;
  const rest = path.slice(base.length).replace(/^__app\/[^/]+\//, '');
  return rest.startsWith('wall/') ? rest.slice('wall/'.length) : undefined;
}

/** Without the stroke at its end, relative links of the front page would lead beside the wall. */
export const isBareWall = (path: string): boolean => askedBy(`${path}/`) === '';
