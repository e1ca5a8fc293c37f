/**
 * What NocoBase makes of a role's rules for one snippet: given by name or by a pattern (`pm.*`), unless a rule with `!` takes it away, which
 * wins.
 */
export function effectOf(rules: readonly string[], snippet: string): boolean {
  const covers = (rule: string) => isCovered(snippet, rule);
  return (
    rules.some((rule) => !rule.startsWith('!') && covers(rule)) &&
    !rules.some((rule) => rule.startsWith('!') && covers(rule.slice(1)))
  );
}

/** A star stands for any signs, also dots: names of snippets are no paths. */
function isCovered(snippet: string, rule: string): boolean {
  const pattern = rule
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(snippet);
}

/** The rules with which the snippet is given, or not; others stay. */
export function withRule(rules: readonly string[], snippet: string, isGiven: boolean): string[] {
  const others = rules.filter((rule) => rule !== snippet && rule !== `!${snippet}`);
  if (effectOf(others, snippet) === isGiven) return others;
  return [...others, isGiven ? snippet : `!${snippet}`];
}
