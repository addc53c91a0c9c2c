/** What pages may do to a tool that shows their values; each runs in the page and returns what a chat is given. */
export const HOSTILE_VALUES: Readonly<Record<string, () => unknown>> = {
  'keys of the language': () =>
    JSON.parse(
      '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"toString":1,"hasOwnProperty":2,"valueOf":3,"length":-1,"":4}',
    ),
  '10,000 levels of nesting': () => {
    let nested: unknown = 'deep';
    for (let i = 0; i < 10_000; i++) nested = i % 2 === 0 ? [nested] : { nested };
    return { nested };
  },
  'a string of 10 MB': () => ({ long: 'x'.repeat(10 * 1024 * 1024) }),
  'a key of 10 MB': () => ({ ['k'.repeat(10 * 1024 * 1024)]: 'value' }),
  'a hundred thousand keys': () =>
    Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key${i}`, `value${i}`])),
  'lone surrogates and control characters': () => ({
    '\ud800': '\udc00',
    'a\udfffb': 'x\ud83dy',
    '\0': '\u0001\u001b[31m',
    '\u2028': '\u2029\r\n\t',
    '\ufffe': '\uffff',
  }),
  'keys that run from right to left, or have no width': () => ({
    '\u202ecrm_customer_id': 'from right to left',
    'crm_\u200bcustomer_id': 'zero width',
    'crm_customer_id\u2060': 'joined',
    '\u2066crm_customer_id\u2069': 'isolated',
    crm_customer_іd: 'another alphabet',
  }),
  'HTML and script in every string': () => {
    const texts = [
      '<img src=x onerror="window.pwned = 1">',
      '<script>window.pwned = 1</script>',
      '"><svg onload="window.pwned = 1">',
      "' onmouseover='window.pwned = 1",
      'javascript:window.pwned=1',
      '</textarea><iframe srcdoc="<script>parent.pwned=1</script>">',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay a text
      '${window.pwned = 1}{{constructor.constructor("window.pwned = 1")()}}',
      '<style>*{display:none}</style>',
    ];
    return Object.fromEntries(texts.map((text) => [text, text]));
  },
  'toJSON, getters and conversions with side effects': () => {
    const effect = (): string => {
      Reflect.set(window, 'effects', Number(Reflect.get(window, 'effects') ?? 0) + 1);
      return 'effect';
    };
    return {
      toJSON: effect,
      toString: effect,
      [Symbol.toPrimitive]: effect,
      get [Symbol.toStringTag]() {
        return effect();
      },
      get crm_customer_id() {
        return effect();
      },
      nested: { toJSON: effect, valueOf: effect },
    };
  },
  'marks of our own, forged': () => ({
    $mark: 'object',
    name: '<b>',
    entries: 'none',
    more: -1,
    nested: { $mark: 'cycle', value: 1e9 },
    other: { $mark: '__proto__', value: { $mark: 'deep' } },
  }),
};
