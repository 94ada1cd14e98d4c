import { randomUUID } from 'node:crypto';
import rhea from 'rhea';
import { readMap, writeMap } from './codec.mjs';

const { types } = rhea;

/** The application properties as a reader sees them: the sender's, then what settling changed. */
export function applicationOf(message, parts) {
  const all = new Map([...parts.application, ...changesOf(message.changes)]);
  if (message.reason !== undefined) {
    all.set('DeadLetterReason', types.wrap_string(message.reason));
  }
  if (message.description !== undefined) {
    all.set('DeadLetterErrorDescription', types.wrap_string(message.description));
  }
  return all;
}

/** True when readers see other application properties than the sender wrote. */
export function isChanged(message) {
  return message.changes !== undefined || message.reason !== undefined || message.description !== undefined;
}

/** Typed property values as the journal keeps them: an encoded map in base64, or undefined for none. */
export function keepChanges(properties) {
  return properties.size === 0 ? undefined : writeMap(properties).toString('base64');
}

/** Later changes win; both are as the journal keeps them. */
export function mergeChanges(earlier, later) {
  return keepChanges(new Map([...changesOf(earlier), ...changesOf(later)]));
}

/** The id that a message gets whose sender gave it none; clients count on every message having one. */
export function newMessageId() {
  return randomUUID().replaceAll('-', '');
}

function changesOf(kept) {
  return kept === undefined || kept === null ? new Map() : readMap(Buffer.from(kept, 'base64'));
}
