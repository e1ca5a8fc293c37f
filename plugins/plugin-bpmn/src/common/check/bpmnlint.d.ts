// bpmnlint names no types for the file that is used here: its main entry also loads the rules that it finds on a disk.
declare module 'bpmnlint/lib/linter' {
  interface Reporter {
    report(id: string, message: string, context?: Readonly<Record<string, unknown>>): void;
  }
  interface RuleDefinition {
    readonly check: (node: { readonly $type: string; readonly id?: string }, reporter: Reporter) => boolean | undefined;
  }
  interface Report {
    readonly id?: string;
    readonly message: string;
    readonly category: string;
    readonly [name: string]: unknown;
  }
  export default class Linter {
    constructor(options: {
      readonly resolver: {
        resolveRule(pkg: string, ruleName: string): (() => RuleDefinition) | undefined;
        resolveConfig(pkg: string, configName: string): undefined;
      };
      readonly config: { readonly rules: Readonly<Record<string, 'warn' | 'error'>> };
    });
    lint(moddleRoot: object): Promise<Readonly<Record<string, readonly Report[]>>>;
  }
}
