import { createRequire } from 'node:module';

// The packages live beside the local command; the tests borrow them from there.
const load = createRequire(new URL('../../../../infra/local/package.json', import.meta.url));

export const { ServiceBusClient, ServiceBusError } = load('@azure/service-bus');
export const Long = load('long');
