/**
 * Style elements that libraries write into the page by themselves and that cannot be given the nonce, by the hash of
 * their text. A test says what to write here when a new version has another.
 */
export const styleHashes: readonly string[] = [
  // Nothing: what an element holds before its text is put in.
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  // sonner 2.0.8
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
];
