import rhea from 'rhea';
import { readRequest, Replies } from './amqp-requests.mjs';
import { EntityReader } from './amqp-reader.mjs';
import { readSubmissions } from './amqp-messages.mjs';
import { asRefusal, Refusal } from './errors.mjs';
import { answerManagement } from './management.mjs';
import { opens, readToken } from './sas.mjs';
import { maxMessageBytes } from './sending.mjs';
import { keyOf } from './topology.mjs';

const creditWindow = 1000;
const tokensAddress = '$cbs';
const managementSuffix = '/$management';
// rhea throws what nobody listens to; a client that breaks off is no trouble of the bus.
const errorEvents = [
  'connection_error', 'session_error', 'receiver_error', 'sender_error', 'protocol_error', 'error',
];

/** AMQP 1.0 as the service speaks it: tokens on $cbs, links per entity, requests on $management. */
export class AmqpFace {
  #broker;
  #container = rhea.create_container({ id: 'kinerja-local-service-bus' });

  constructor(broker) {
    this.#broker = broker;
    const quiet = () => undefined;
    const container = this.#container;
    container.on('receiver_open', (context) =>
      this.#opened(context.receiver, () => this.#openForSends(context)));
    container.on('sender_open', (context) =>
      this.#opened(context.sender, () => this.#openForReads(context)));
    container.on('message', (context) => this.#arrived(context));
    container.on('disconnected', ({ connection }) =>
      connection.local_bus.readers.forEach((reader) => reader.leave()));
    errorEvents.forEach((event) => container.on(event, quiet));
  }

  accept(socket) {
    const connection = this.#container.create_connection({
      container_id: this.#container.id,
      max_frame_size: 64 * 1024,
      channel_max: 4999,
      reconnect: false,
      receiver_options: { autoaccept: false, credit_window: creditWindow },
      sender_options: { autosettle: false, treat_modified_as_released: false },
    });
    connection.local_bus = { grants: [], readers: new Set(), replies: new Replies() };
    connection.accept(socket);
  }

  /** A link that may not be opened is answered and then closed with the reason. */
  #opened(link, open) {
    try {
      open();
    } catch (error) {
      const { condition, message } = asRefusal(error);
      link.close({ condition, description: message });
    }
  }

  #openForSends({ connection, receiver }) {
    const address = addressOf(receiver.target);
    receiver.set_source({ address: receiver.source?.address });
    receiver.set_target({ address: receiver.target?.address });
    receiver.local.attach.max_message_size = maxMessageBytes;
    receiver.entity_key = this.#allow(connection, address);
    if (!isRequestAddress(address)) {
      this.#broker.writable(receiver.entity_key);
    }
  }

  #openForReads({ connection, sender }) {
    const address = addressOf(sender.source);
    sender.set_source({ ...sender.source, address: sender.source?.address });
    sender.set_target({ address: sender.target?.address });
    sender.local.attach.max_message_size = maxMessageBytes;
    const key = this.#allow(connection, address);
    if (isRequestAddress(address)) {
      connection.local_bus.replies.add(sender);
      return;
    }
    this.#broker.checkReadable(key);
    const reader = new EntityReader(this.#broker, key, sender);
    connection.local_bus.readers.add(reader);
    sender.on('sender_close', () => {
      reader.leave();
      connection.local_bus.readers.delete(reader);
    });
  }

  /** The key of the entity behind an address that a token of this connection opens. */
  #allow(connection, address) {
    if (address === tokensAddress) {
      return undefined;
    }
    const { grants } = connection.local_bus;
    if (!grants.some((grant) => opens(grant, address, this.#broker.now))) {
      throw new Refusal('unauthorized', `Unauthorized access: '${address}' needs a token that opens it.`);
    }
    return keyOf(address.endsWith(managementSuffix) ? address.slice(0, -managementSuffix.length) : address);
  }

  #arrived(context) {
    const { receiver, delivery } = context;
    const address = addressOf(receiver.target);
    if (address === tokensAddress) {
      this.#answer(context, (request) => this.#takeToken(context.connection, request));
    } else if (isRequestAddress(address)) {
      this.#answer(context, (request) => answerManagement(this.#broker, receiver.entity_key, request));
    } else {
      try {
        const bytes = context.message.raw ?? context.message;
        this.#broker.send(receiver.entity_key, readSubmissions(bytes, context.format));
        delivery.accept();
      } catch (error) {
        const { condition, message } = asRefusal(error);
        delivery.reject({ condition, description: message });
      }
    }
  }

  #answer(context, operation) {
    context.delivery.accept();
    const request = readRequest(context.message.raw);
    const { replies } = context.connection.local_bus;
    try {
      replies.send(request, operation(request));
    } catch (error) {
      replies.refuse(request, asRefusal(error));
    }
  }

  #takeToken(connection, request) {
    const operation = request.application_properties?.operation;
    if (operation !== 'put-token') {
      throw new Refusal('notImplemented', `There is no token operation '${operation}'.`);
    }
    connection.local_bus.grants.push(readToken(request.body?.toString(), this.#broker.now));
    return { status: 202 };
  }
}

function isRequestAddress(address) {
  return address === tokensAddress || address.endsWith(managementSuffix);
}

/** Clients may give a whole URL; the path is what counts. */
function addressOf(terminus) {
  return (terminus?.address ?? '')
    .replace(/^[a-z]+:\/\/[^/]+\//i, '')
    .replace(/^\/+/, '')
    .replace(/\$(cbs|management)$/i, (name) => name.toLowerCase());
}
