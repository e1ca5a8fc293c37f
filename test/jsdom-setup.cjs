'use strict';
// jsdom lacks what antd asks of a browser.
window.matchMedia ??= () => ({
  matches: false,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
});
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// what the build puts in: no lazy module was built, so none can be loaded
globalThis.__LAZY_HASHES__ ??= {};
