import rhea from 'rhea';
import { entriesOf, readMessage } from './codec.mjs';

const { message, types } = rhea;

// rhea hands out decoded messages without their AMQP types and bytes. The bus passes messages on
// as they came, so it takes the bytes and decodes requests itself.
const decode = message.decode;
message.decode = (raw) => ({ raw });

/** A request, its body both plain and, for values that are kept, with their AMQP types. */
export function readRequest(bytes) {
  return { ...decode(bytes), typedBody: entriesOf(readMessage(bytes).body[0]?.value) };
}

/** The answering half of a request/response pair of links: one per reply address. */
export class Replies {
  #senders = new Map();

  add(sender) {
    // Some clients give no target address and are answered by the name of their link.
    const address = sender.target?.address ?? sender.name;
    this.#senders.set(address, sender);
    sender.on('sender_close', () => {
      if (this.#senders.get(address) === sender) {
        this.#senders.delete(address);
      }
    });
    sender.on('settled', ({ delivery }) => {
      delivery.settled = true;
    });
  }

  send(request, { status = 200, description = 'OK', condition, body }) {
    // $cbs and $management differ in how they spell these names; clients read either.
    const properties = {
      statusCode: types.wrap_int(status),
      statusDescription: description,
      'status-code': types.wrap_int(status),
      'status-description': description,
    };
    if (condition !== undefined) {
      properties.errorCondition = types.wrap_symbol(condition);
      properties['error-condition'] = types.wrap_symbol(condition);
    }
    this.#senders.get(request.reply_to)?.send({
      correlation_id: request.message_id,
      application_properties: properties,
      body: body ?? null,
    });
  }

  refuse(request, { condition, message: text, status }) {
    this.send(request, { status, description: text, condition });
  }
}
