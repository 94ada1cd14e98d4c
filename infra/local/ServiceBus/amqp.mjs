import rhea from 'rhea';
import { accept, answerAttach, closeFor, reject } from './amqp-links.mjs';
import { readSubmissions } from './amqp-messages.mjs';
import { EntityReader } from './amqp-reader.mjs';
import { readRequest, Replies } from './amqp-requests.mjs';
import { asRefusal, Refusal } from './errors.mjs';
import { answerManagement } from './management.mjs';
import { opens, readToken } from './sas.mjs';
import { maxMessageBytes } from './sending.mjs';
import { keyOf } from './topology.mjs';

const creditWindow = 1000;
// A delivery that is never settled keeps its place in a session for ever, so there must be many.
const unsettledDeliveries = 100_000;
const sessionFilter = 'com.microsoft:session-filter';
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
    // The .NET client asks for MSSBCBS: no name here either, the token on $cbs says who it is.
    const mechanisms = container.sasl_server_mechanisms;
    mechanisms.enable_anonymous();
    mechanisms.MSSBCBS = mechanisms.ANONYMOUS;
    container.on('receiver_open', (context) =>
      this.#opened(context.receiver, () => this.#openForSends(context)));
    container.on('sender_open', (context) =>
      this.#opened(context.sender, () => this.#openForReads(context)));
    container.on('message', (context) => this.#arrived(context));
    // A client may end its session or connection without a word about the links in it.
    ['session_close', 'connection_close', 'disconnected'].forEach((event) => container.on(event, ({ connection }) =>
      connection.local_bus.readers.forEach((reader) => reader.leaveIfClosed())));
    errorEvents.forEach((event) => container.on(event, quiet));
  }

  accept(socket) {
    const connection = this.#container.create_connection({
      container_id: this.#container.id,
      max_frame_size: 64 * 1024,
      channel_max: 4999,
      session_buffer_size: { outgoing: unsettledDeliveries },
      reconnect: false,
      receiver_options: { autoaccept: false, credit_window: creditWindow },
      sender_options: { autosettle: false, treat_modified_as_released: false },
    });
    connection.local_bus = { grants: new Map(), readers: new Set(), replies: new Replies() };
    connection.accept(socket);
  }

  /** A link that may not be opened is answered and then closed with the reason. */
  #opened(link, open) {
    try {
      open();
    } catch (error) {
      closeFor(link, asRefusal(error));
    }
  }

  #openForSends({ connection, receiver }) {
    // rhea knows no target of another kind than an address, and a coordinator of transactions is one.
    if (typeof receiver.target.address !== 'string') {
      throw new Refusal('notImplemented', 'The local bus has no transactions: send and settle without one.');
    }
    const address = addressOf(receiver.target);
    receiver.entity_key = this.#allow(connection, address);
    if (!isRequestAddress(address)) {
      this.#broker.writable(receiver.entity_key);
      receiver.local.attach.max_message_size = maxMessageBytes;
    }
    answerAttach(receiver);
  }

  /** No largest size is named here: what the bus adds to a message of the largest size goes beyond it. */
  #openForReads({ connection, sender }) {
    const address = addressOf(sender.source);
    const key = this.#allow(connection, address);
    if (isRequestAddress(address)) {
      answerAttach(sender);
      connection.local_bus.replies.add(sender);
      return;
    }
    this.#broker.checkReadable(key);
    if (sessionFilter in (sender.source.filter ?? {})) {
      throw new Refusal('notAllowed', `'${address}' has no sessions; the local bus knows none.`);
    }
    answerAttach(sender);
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
    if (![...grants.values()].some((grant) => opens(grant, address, this.#broker.now))) {
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
        accept(delivery);
      } catch (error) {
        reject(delivery, asRefusal(error));
      }
    }
  }

  #answer(context, operation) {
    accept(context.delivery);
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
    const grant = readToken(request.body?.toString(), this.#broker.now);
    connection.local_bus.grants.set(grant.path, grant);
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
