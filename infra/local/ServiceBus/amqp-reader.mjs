import { accept, closeFor, reject } from './amqp-links.mjs';
import { tagOf, writeDelivery } from './amqp-messages.mjs';
import { entriesOf } from './codec.mjs';
import { asRefusal } from './errors.mjs';
import { keepChanges } from './messages.mjs';

const settledMode = 1;

/** One receiving link of a client: gives it messages for its credit and takes its verdicts. */
export class EntityReader {
  #broker;
  #key;
  #sender;
  #unsent = [];
  #open = false;

  constructor(broker, key, sender) {
    this.#broker = broker;
    this.#key = key;
    this.#sender = sender;
    this.removing = sender.snd_settle_mode === settledMode;
    answerDrainAlways(sender);
    // Credit may come in one packet with the attach. The answer to that goes out first, at the end of this turn.
    setImmediate(() => {
      this.#open = sender.is_open();
      this.#serve();
    });
    sender.on('sendable', () => this.#serve());
    sender.on('sender_draining', () => {
      this.#serve();
      sender.set_drained(true);
    });
    sender.on('accepted', ({ delivery }) => this.#settle(delivery, (store, now) =>
      store.complete(key, delivery.token, now)));
    sender.on('released', ({ delivery }) => this.#settle(delivery, (store, now) =>
      store.abandon(key, delivery.token, undefined, now)));
    sender.on('modified', ({ delivery }) => this.#settle(delivery, (store, now) => {
      const changes = keepChanges(entriesOf(delivery.remote_state.value[2]));
      return delivery.remote_state.undeliverable_here
        ? store.defer(key, delivery.token, changes, now)
        : store.abandon(key, delivery.token, changes, now);
    }));
    sender.on('rejected', ({ delivery }) => this.#settle(delivery, (store, now) =>
      store.deadLetter(key, delivery.token, burialOf(delivery.remote_state), now)));
  }

  /** Credit counts down only when rhea writes the transfer, so what waits for that is taken off. */
  capacity() {
    const { outgoing } = this.#sender.session;
    this.#unsent = this.#unsent.filter((delivery) => delivery.id >= outgoing.next_pending_delivery);
    const credit = this.#open ? this.#sender.credit - this.#unsent.length : 0;
    return Math.min(credit, outgoing.available());
  }

  deliver(handedOut) {
    const { token } = handedOut;
    const tag = token === undefined ? undefined : tagOf(token);
    const delivery = this.#sender.send(writeDelivery(handedOut), tag, 0);
    delivery.token = token;
    this.#unsent.push(delivery);
  }

  /** Messages that this link holds stay locked until their locks end, as the service does it. */
  leave() {
    this.#open = false;
    this.#broker.leave(this.#key, this);
  }

  leaveIfClosed() {
    if (!this.#sender.is_open()) {
      this.leave();
    }
  }

  #serve() {
    if (!this.#open) {
      return;
    }
    try {
      this.#broker.checkReadable(this.#key);
      this.#broker.wait(this.#key, this);
    } catch (error) {
      this.leave();
      closeFor(this.#sender, asRefusal(error));
    }
  }

  #settle(delivery, action) {
    try {
      this.#broker.settle(this.#key, action);
    } catch (error) {
      reject(delivery, asRefusal(error));
      return;
    }
    accept(delivery);
  }
}

/** rhea leaves the drain flag out of its answer when no credit is left; clients wait for it. */
function answerDrainAlways(sender) {
  const drain = sender._get_drain.bind(sender);
  sender._get_drain = () => drain() || (sender._draining && sender._drained);
}

/** Reason and description stand among the properties to change, in the error's typed information. */
function burialOf(rejected) {
  const changes = entriesOf(rejected.value[0]?.value?.[2]);
  const [reason, description] = ['DeadLetterReason', 'DeadLetterErrorDescription'].map((name) => {
    const text = changes.get(name)?.value ?? undefined;
    changes.delete(name);
    return text;
  });
  const words = description ?? rejected.error?.description ?? undefined;
  return { reason, description: words, changes: keepChanges(changes) };
}
