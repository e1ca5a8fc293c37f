/** The parts of a provider of places that a test does not ask for. */
export const NO_PLACES = { search: async () => [], find: async () => [], lowestWithin: async () => [] };
