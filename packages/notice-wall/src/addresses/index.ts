export {
  ALL,
  kindList,
  listsOf,
  monthList,
  placeIdOf,
  placeScope,
  readListKey,
  searchList,
  type ListKey,
  type ListSort,
  type Scope,
} from './keys';
export { archivePath, goneMarkPath, listPath, noticePath, PATHS, relativePath, type WallPath } from './paths';
