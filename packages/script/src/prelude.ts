/**
 * Runs inside the sandbox before the script and returns the function that reads the result.
 *
 * Removed is what would make two runs differ. Variables become constants; names of the language itself stay what they
 * are, and a variable of such a name is reached as `variables.Math`. The returned function keeps its own references, so
 * that a script which overwrites `JSON` only harms itself.
 *
 * The time limit is looked at between the steps of interpreted code, never inside a native function. So native functions
 * that walk through a list of claimed length (`new Array(2 ** 32 - 1).join()` would take minutes) get a check in front,
 * as have searches in long texts; the few that reach into nested lists are written anew, in interpreted code.
 */
export const PRELUDE = `((variablesText, now) => {
  'use strict';
  const { getPrototypeOf, getOwnPropertyDescriptors, defineProperty, freeze, values, entries, hasOwn } = Object;
  const { isArray, prototype: arrays } = Array;
  const { apply, ownKeys } = Reflect;
  const { stringify, parse } = JSON;
  const plain = Object.prototype;
  const longestList = 1000000;
  const longestSearch = 50000000;

  const refuseLong = () => { throw new RangeError('list or text too long'); };
  const checkList = (list) => {
    if (!isArray(list)) throw new TypeError('not a list');
    if (list.length > longestList) refuseLong();
  };
  const checkSearch = (text, args) => {
    for (const arg of args) if (typeof arg === 'string' && text.length * arg.length > longestSearch) refuseLong();
  };
  const replaceMethods = (prototype, wrap) => {
    const methods = getOwnPropertyDescriptors(prototype);
    for (const key of ownKeys(methods)) {
      const { value } = methods[key];
      if (typeof value === 'function' && key !== 'constructor') defineProperty(prototype, key, { value: wrap(value) });
    }
  };
  const add = (target, item, depth) => {
    if (isArray(item) && depth > 0) {
      checkList(item);
      for (let i = 0; i < item.length; i++) add(target, item[i], depth - 1);
    } else target[target.length] = item;
    return target;
  };
  defineProperty(arrays, 'concat', { value: function concat(...items) {
    return add([], [this, ...items], 2);
  } });
  defineProperty(arrays, 'flat', { value: function flat(depth = 1) { return add([], this, +depth + 1); } });
  defineProperty(arrays, 'flatMap', { value: function flatMap(fn, self) { return this.map(fn, self).flat(); } });
  replaceMethods(arrays, (method) => function (...args) {
    checkList(this);
    return apply(method, this, args);
  });
  replaceMethods(String.prototype, (method) => function (...args) {
    if (typeof this === 'string') checkSearch(this, args);
    return apply(method, this, args);
  });

  for (const name of ['performance', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'BigInt', 'eval', 'Function']) delete globalThis[name];
  const iterators = getPrototypeOf(getPrototypeOf([].values()));
  for (const key of ownKeys(iterators)) if (typeof key === 'string') delete iterators[key];
  for (const sample of [() => {}, async () => {}, function* () {}, async function* () {}]) {
    defineProperty(getPrototypeOf(sample), 'constructor', { value: undefined });
  }
  delete Math.random;
  delete String.raw;

  const freezeDeeply = (value) => {
    if (typeof value === 'object' && value !== null) {
      for (const part of values(value)) freezeDeeply(part);
      freeze(value);
    }
    return value;
  };
  const define = (name, value) => defineProperty(globalThis, name, { value, writable: false, configurable: true });
  const variables = freezeDeeply(parse(variablesText));
  define('now', now);
  define('variables', variables);
  for (const [name, value] of entries(variables)) if (!hasOwn(globalThis, name)) define(name, value);

  return (result) => {
    const isPlain = typeof result === 'object' && result !== null && !isArray(result);
    return isPlain && getPrototypeOf(result) === plain ? stringify(result) : '';
  };
})`;
