import { Schema } from '@formily/json-schema';

/**
 * Formily turns every `{{ … }}` in a schema into code (`new Function`). Our schemas are data: with this compiler such a
 * text stays the text that it is, whoever wrote it. It is set for the copy of Formily inside this plugin only.
 */
export function refuseExpressions(): void {
  Schema.registerCompiler((expression: string) => `{{${expression}}}`);
}
