import { createRequire } from 'node:module';

// The packages live beside the local command; the tests borrow them from there.
const load = createRequire(new URL('../../../../infra/local/package.json', import.meta.url));

const { AzureLogger, setLogLevel } = load('@azure/logger');
const lines = [];
setLogLevel('warning');
AzureLogger.log = (...parts) => lines.push(parts.join(' '));

export const { ServiceBusClient } = load('@azure/service-bus');
export const Long = load('long');

/** What the official packages complained about so far. */
export function warnings() {
  return lines;
}
