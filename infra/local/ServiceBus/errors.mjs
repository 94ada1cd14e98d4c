// One refusal: the condition that clients know it by, and the status that answers of $management and $cbs carry.
const kinds = {
  entityNotFound: { condition: 'amqp:not-found', status: 404 },
  lockLost: { condition: 'com.microsoft:message-lock-lost', status: 410 },
  messageNotFound: { condition: 'com.microsoft:message-not-found', status: 404 },
  tooLarge: { condition: 'amqp:link:message-size-exceeded', status: 403 },
  argument: { condition: 'com.microsoft:argument-error', status: 400 },
  notAllowed: { condition: 'amqp:not-allowed', status: 400 },
  notImplemented: { condition: 'amqp:not-implemented', status: 501 },
  unauthorized: { condition: 'amqp:unauthorized-access', status: 401 },
  busy: { condition: 'com.microsoft:server-busy', status: 503 },
  full: { condition: 'amqp:resource-limit-exceeded', status: 403 },
};

export class Refusal extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
    this.condition = kinds[kind].condition;
    this.status = kinds[kind].status;
  }
}

/** A defect of the bus itself: told to the client as the service tells its own, and to the log. */
export function asRefusal(error) {
  if (error instanceof Refusal) {
    return error;
  }
  console.error(error);
  const defect = new Error(error.message);
  defect.condition = 'amqp:internal-error';
  defect.status = 500;
  return defect;
}
