import { randomUUID } from 'node:crypto';
import rhea from 'rhea';

const { types } = rhea;

/** The application properties as a reader sees them: the sender's, then what settling changed. */
export function applicationOf(message, parts) {
  const all = new Map(parts.application);
  for (const [name, value] of Object.entries(message.changes ?? {})) {
    all.set(name, types.wrap(value));
  }
  if (message.reason !== undefined) {
    all.set('DeadLetterReason', types.wrap_string(message.reason));
  }
  if (message.description !== undefined) {
    all.set('DeadLetterErrorDescription', types.wrap_string(message.description));
  }
  return all;
}

/** The id that a message gets whose sender gave it none; clients count on every message having one. */
export function newMessageId() {
  return randomUUID().replaceAll('-', '');
}

/** True when readers see other application properties than the sender wrote. */
export function isChanged(message) {
  return message.changes !== undefined || message.reason !== undefined || message.description !== undefined;
}
