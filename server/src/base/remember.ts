/** Remembers what was computed for an object for as long as the object lives. */

export function perObject<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const entry = known.get(key);
    if (entry) return entry.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/** The same for an object and a text. */
export function perObjectAndText<K extends object, V>(
  compute: (key: K, text: string) => V,
): (key: K, text: string) => V {
  const byText = perObject<K, Map<string, { readonly value: V }>>(() => new Map());
  return (key, text) => {
    const known = byText(key);
    const entry = known.get(text);
    if (entry) return entry.value;
    const value = compute(key, text);
    known.set(text, { value });
    return value;
  };
}
