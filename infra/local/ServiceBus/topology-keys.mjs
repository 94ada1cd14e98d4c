const readable = {
  lockDurationSeconds: aNumberUpTo(300),
  maxDeliveryCount: aNumberUpTo(2000),
  defaultMessageTimeToLiveDays: aNumberUpTo(Infinity),
  deadLetteringOnMessageExpiration: aTruthValue,
};
const writable = {
  requiresDuplicateDetection: aTruthValue,
  duplicateDetectionWindowMinutes: aNumberUpTo(7 * 24 * 60),
  defaultMessageTimeToLiveDays: aNumberUpTo(Infinity),
};
const systemConditions = [
  'messageId', 'correlationId', 'label', 'to', 'replyTo', 'sessionId', 'replyToSessionId', 'contentType',
];
const shapes = {
  topology: { queues: aList, topics: aList },
  queue: { name: aName, ...writable, ...readable },
  topic: { name: aName, ...writable, subscriptions: aList },
  subscription: { name: aName, ...readable, filters: aList },
  filter: {
    name: aName,
    properties: conditions,
    ...Object.fromEntries(systemConditions.map((name) => [name, aName])),
  },
};
const refusals = {
  requiresSession: 'asks for sessions, which the local bus does not have',
  sqlExpression: 'has an SQL expression, which the local bus does not evaluate: use a correlation filter',
};

/** What a correlation filter can compare besides application properties. */
export { systemConditions };

/**
 * Throws an error that names the first key of the description that the local bus does not know or cannot do: a key that
 * is passed over would make the local bus behave otherwise than the real one, without a word.
 */
export function checkTopology(description) {
  check('topology', description, 'The topology');
  checkNames(description.queues ?? [], description.topics ?? []);
  for (const queue of description.queues ?? []) {
    check('queue', queue, `Queue '${queue.name}'`);
  }
  for (const topic of description.topics ?? []) {
    check('topic', topic, `Topic '${topic.name}'`);
    checkNames(topic.subscriptions ?? []);
    for (const subscription of topic.subscriptions ?? []) {
      checkSubscription(subscription, `Subscription '${topic.name}/${subscription.name}'`);
    }
  }
}

function checkSubscription(subscription, what) {
  check('subscription', subscription, what);
  for (const filter of subscription.filters ?? []) {
    const { name, properties, ...system } = filter;
    const told = name === undefined ? `A filter of ${what}` : `Filter '${name}' of ${what}`;
    check('filter', filter, told);
    if (Object.keys(properties ?? {}).length + Object.keys(system).length === 0) {
      throw new Error(`${told} has no condition: it would let everything through.`);
    }
  }
}

function check(kind, described, what) {
  if (described === null || typeof described !== 'object' || Array.isArray(described)) {
    throw new Error(`${what} is not an object.`);
  }
  for (const [key, value] of Object.entries(described)) {
    if (key in refusals && value !== false) {
      throw new Error(`${what} ${refusals[key]}.`);
    }
    const problem = key in refusals ? undefined : shapes[kind][key]?.(value) ?? unknown(shapes[kind], key);
    if (problem !== undefined) {
      throw new Error(`${what}: '${key}' ${problem}.`);
    }
  }
}

function checkNames(...lists) {
  const seen = new Set();
  for (const { name } of lists.flat()) {
    if (aName(name) !== undefined) {
      throw new Error('A queue, topic or subscription has no name.');
    }
    if (seen.has(name.toLowerCase())) {
      throw new Error(`The name '${name}' stands twice; case makes no difference.`);
    }
    seen.add(name.toLowerCase());
  }
}

function unknown(shape, key) {
  return key in shape ? undefined : `is not known here; known are ${Object.keys(shape).join(', ')}`;
}

function aNumberUpTo(largest) {
  return (value) => (value > 0 && value <= largest && typeof value === 'number'
    ? undefined
    : `is not a number above 0${Number.isFinite(largest) ? ` and up to ${largest}` : ''}`);
}

function aTruthValue(value) {
  return typeof value === 'boolean' ? undefined : 'is neither true nor false';
}

function aName(value) {
  return typeof value === 'string' && value !== '' ? undefined : 'is not a text';
}

function aList(value) {
  return Array.isArray(value) ? undefined : 'is not a list';
}

function conditions(value) {
  const isPlain = (each) => ['string', 'number', 'boolean'].includes(typeof each);
  return value !== null && typeof value === 'object' && Object.values(value).every(isPlain)
    ? undefined
    : 'is not an object of texts, numbers and truth values';
}
