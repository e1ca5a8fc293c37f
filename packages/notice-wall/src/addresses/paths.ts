import type { ListKey } from './keys';

/** A file of the wall, relative to its folder: what stands here is also the end of its address. */
export type WallPath = string;

export const PATHS = {
  front: 'index.html',
  style: 'wall.css',
  script: 'search.js',
  search: 'search.html',
  answer: 'answer.html',
  gone: 'gone.html',
} as const;

/** In folders by the first two signs of the id, so that no folder grows too large. */
export const noticePath = (id: string): WallPath => `n/${id.slice(0, 2)}/${id}.html`;
/** Lies beside the page of a notice that is gone: a web server answers 410 where it finds one. */
export const goneMarkPath = (id: string): WallPath => `n/${id.slice(0, 2)}/${id}.gone`;
export const listPath = (list: ListKey, page: number | 'front'): WallPath => {
  const extension = list.startsWith('search/') ? 'json' : 'html';
  return `${list}/${page === 'front' ? 'index' : `p${page}`}.${extension}`;
};
export const archivePath = (scope: string): WallPath => `${scope}/archive.html`;

/** The way from one file of the wall to another; no address is absolute, so that a wall works below any path. */
export const relativePath = (from: WallPath, to: WallPath): string => '../'.repeat(from.split('/').length - 1) + to;
