import type { Json, Variables } from './contract';

export type JsonObject = { readonly [key: string]: Json };

export function parseJson(text: string): Json {
  // The type holds: JSON.parse gives nothing but JSON.
  return JSON.parse(text) as Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function numberAt(data: JsonObject, key: string): number {
  const value = data[key];
  return typeof value === 'number' ? value : 0;
}

export function textAt(data: JsonObject, key: string): string | null {
  const value = data[key];
  return typeof value === 'string' ? value : null;
}

export function without(data: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));
}

/** Later layers win. Spread, not assignment: a variable may be called `__proto__`. */
export function mergeLayers(layers: readonly Variables[]): Variables {
  return layers.reduce((merged, layer) => ({ ...merged, ...layer }), {});
}
