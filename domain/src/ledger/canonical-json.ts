import { hasLoneSurrogate } from './bytes.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export interface CanonicalRules {
  /** `safe-integers`: only what survives a database's own number type unchanged; `doubles`: any finite number. */
  readonly numbers: 'safe-integers' | 'doubles';
  /** Most arrays and objects inside one another, the outermost counting 1. */
  readonly maxDepth: number;
  /** Most UTF-16 code units in the result. */
  readonly maxLength: number;
}

/** The value has no canonical form. `path` says where, e.g. `$[8].papers[2]`. */
export class NoCanonicalForm extends Error {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

/**
 * JSON in exactly one spelling (RFC 8785): keys sorted by UTF-16 code units, no white space, strings and numbers as
 * ECMAScript writes them. Two values have the same text only if they are the same value (−0 is written 0).
 *
 * Refuses (NoCanonicalForm) what JSON would drop or change silently: undefined, functions, dates and other class
 * instances, NaN and infinities, lone surrogates; also U+0000, which PostgreSQL's jsonb cannot hold.
 */
export function canonicalJson(value: JsonValue, rules: CanonicalRules): string {
  const parts: string[] = [];
  let length = 0;

  const put = (text: string, path: string): void => {
    length += text.length;
    if (length > rules.maxLength) throw new NoCanonicalForm(path, `longer than ${rules.maxLength} characters`);
    parts.push(text);
  };

  const walk = (node: unknown, path: string, depth: number): void => {
    if (typeof node === 'object' && node !== null) {
      if (depth > rules.maxDepth) throw new NoCanonicalForm(path, `deeper than ${rules.maxDepth} levels`);
      if (Array.isArray(node)) walkArray(node, path, depth);
      else walkObject(node, path, depth);
    } else put(scalarText(node, path, rules), path);
  };

  const walkArray = (items: readonly unknown[], path: string, depth: number): void => {
    put('[', path);
    for (let i = 0; i < items.length; i++) {
      if (i > 0) put(',', path);
      walk(items[i], `${path}[${i}]`, depth + 1);
    }
    put(']', path);
  };

  const walkObject = (node: object, path: string, depth: number): void => {
    const prototype: unknown = Object.getPrototypeOf(node);
    if (prototype !== Object.prototype && prototype !== null) throw new NoCanonicalForm(path, 'not a plain object');
    put('{', path);
    // The default sort compares UTF-16 code units, which is what RFC 8785 asks for.
    const keys = Object.keys(node).sort();
    for (const [i, key] of keys.entries()) {
      const at = `${path}.${key}`;
      put(`${i > 0 ? ',' : ''}${stringText(key, at)}:`, at);
      walk((node as Record<string, unknown>)[key], at, depth + 1);
    }
    put('}', path);
  };

  walk(value, '$', 1);
  return parts.join('');
}

function scalarText(value: unknown, path: string, rules: CanonicalRules): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return stringText(value, path);
  if (typeof value !== 'number') throw new NoCanonicalForm(path, `a value of type ${typeof value}`);
  if (rules.numbers === 'safe-integers' && !Number.isSafeInteger(value)) {
    throw new NoCanonicalForm(path, 'not a whole number within ±(2^53 − 1)');
  }
  if (!Number.isFinite(value)) throw new NoCanonicalForm(path, 'not a finite number');
  return JSON.stringify(value);
}

function stringText(text: string, path: string): string {
  if (hasLoneSurrogate(text)) throw new NoCanonicalForm(path, 'half a surrogate pair');
  if (text.includes('\0')) throw new NoCanonicalForm(path, 'the character U+0000');
  return JSON.stringify(text);
}
