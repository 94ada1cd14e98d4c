import { readFileSync } from 'node:fs';
import { checkTopology } from './topology-keys.mjs';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** Reads the topology file; lockSeconds, when given, replaces every lock duration (for tests). */
export function readTopology(file, lockSeconds) {
  const description = parse(file);
  checkTopology(description);
  return buildTopology(description, lockSeconds);
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${error.message}`);
  }
}

function buildTopology(description, lockSeconds) {
  const entities = new Map();
  const add = (definition) => entities.set(definition.key, definition);

  const addReadable = (path, described, extra) => {
    const deadLetterPath = `${path}/$DeadLetterQueue`;
    const lockMs = (lockSeconds ?? described.lockDurationSeconds ?? 60) * second;
    add({
      ...extra,
      path,
      key: keyOf(path),
      readable: true,
      lockMs,
      maxDeliveryCount: described.maxDeliveryCount ?? 10,
      ttlMs: (described.defaultMessageTimeToLiveDays ?? Infinity) * day,
      deadLetterExpired: described.deadLetteringOnMessageExpiration ?? false,
      deadLetterKey: keyOf(deadLetterPath),
    });
    // A dead-letter queue keeps messages until somebody takes them: no expiry, no last delivery.
    add({
      path: deadLetterPath,
      key: keyOf(deadLetterPath),
      kind: 'deadLetter',
      readable: true,
      lockMs,
      maxDeliveryCount: Infinity,
      ttlMs: Infinity,
    });
  };

  for (const queue of description.queues ?? []) {
    addReadable(queue.name, queue, { kind: 'queue', writable: true, duplicatesMs: windowOf(queue) });
  }
  for (const topic of description.topics ?? []) {
    const subscriptions = topic.subscriptions ?? [];
    for (const subscription of subscriptions) {
      addReadable(subscriptionPath(topic.name, subscription.name), subscription, {
        kind: 'subscription',
        filters: subscription.filters ?? [],
      });
    }
    add({
      path: topic.name,
      key: keyOf(topic.name),
      kind: 'topic',
      writable: true,
      duplicatesMs: windowOf(topic),
      ttlMs: (topic.defaultMessageTimeToLiveDays ?? Infinity) * day,
      subscriptionKeys: subscriptions.map((each) => keyOf(subscriptionPath(topic.name, each.name))),
    });
  }
  return entities;
}

/** Entity names are compared without regard to case, as the service does. */
export function keyOf(path) {
  return path.replace(/^\/+|\/+$/g, '').toLowerCase();
}

function subscriptionPath(topic, subscription) {
  return `${topic}/Subscriptions/${subscription}`;
}

function windowOf(described) {
  return described.requiresDuplicateDetection
    ? (described.duplicateDetectionWindowMinutes ?? 10) * minute
    : 0;
}
