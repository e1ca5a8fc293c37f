/** Rights in the order in which people read them: the one for all of it first, the most dangerous last. */
export const RIGHT_KEYS = ['processes', 'design', 'publish', 'migrate', 'parameters', 'bind'] as const;
