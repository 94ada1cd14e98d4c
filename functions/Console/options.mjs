// How the console's code is bundled, for its build and for tests that run a part of it.

import { join } from 'node:path';

export const bundling = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  // The rules of a ministry's table, which a consumer in Node copies too; a browser is no Node.
  alias: { ministry: join(import.meta.dirname, '..', '..', 'infra', 'local', 'Ministry') },
  define: { 'globalThis.process': 'undefined' },
};
