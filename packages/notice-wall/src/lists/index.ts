export { listsAfter, type ListPages } from './after';
export { memoryWall, type MemoryWall } from './memory';
export { pagesOnce } from './once';
export { AFTER_ALL_PAGES, type Direction, type ListChanges, type ListEntry, type ListStore, type WallSource } from './store';
