'use strict';
// flow-engine locks the realm down with SES, which fails in the realm that jest makes; no test of ours resolves its templates.
globalThis.lockdown ??= () => undefined;
globalThis.harden ??= (value) => value;
globalThis.Compartment ??= class {};
