import rhea from 'rhea';
import { tagOf, writeDelivery } from './amqp-messages.mjs';
import { asRefusal } from './errors.mjs';

const { message: outcomes } = rhea;
const settledMode = 1;

/** One receiving link of a client: gives it messages for its credit and takes its verdicts. */
export class EntityReader {
  #broker;
  #key;
  #sender;
  #unsent = [];
  #open = true;

  constructor(broker, key, sender) {
    this.#broker = broker;
    this.#key = key;
    this.#sender = sender;
    this.removing = sender.snd_settle_mode === settledMode;
    sender.local.attach.snd_settle_mode = sender.snd_settle_mode;
    sender.local.attach.rcv_settle_mode = sender.rcv_settle_mode;
    answerDrainAlways(sender);
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
      const { undeliverable_here: deferred, message_annotations: changes } = delivery.remote_state;
      return deferred
        ? store.defer(key, delivery.token, changes ?? undefined, now)
        : store.abandon(key, delivery.token, changes ?? undefined, now);
    }));
    sender.on('rejected', ({ delivery }) => this.#settle(delivery, (store, now) =>
      store.deadLetter(key, delivery.token, burialOf(delivery.remote_state.error), now)));
  }

  /** Credit counts down only when rhea writes the transfer, so what waits for that is taken off. */
  capacity() {
    const { outgoing } = this.#sender.session;
    this.#unsent = this.#unsent.filter((delivery) => delivery.id >= outgoing.next_pending_delivery);
    const credit = this.#open ? this.#sender.credit - this.#unsent.length : 0;
    return Math.min(credit, outgoing.available());
  }

  deliver({ message, token, lockedUntil }) {
    const tag = token === undefined ? undefined : tagOf(token);
    const delivery = this.#sender.send(writeDelivery(message, lockedUntil), tag, 0);
    delivery.token = token;
    this.#unsent.push(delivery);
  }

  /** Messages that this link holds stay locked until their locks end, as the service does it. */
  leave() {
    this.#open = false;
    this.#broker.leave(this.#key, this);
  }

  #serve() {
    try {
      this.#broker.checkReadable(this.#key);
      this.#broker.wait(this.#key, this);
    } catch (error) {
      const { condition, message } = asRefusal(error);
      this.leave();
      this.#sender.close({ condition, description: message });
    }
  }

  #settle(delivery, action) {
    let state = outcomes.accepted();
    try {
      this.#broker.settle(this.#key, action);
    } catch (error) {
      const { condition, message } = asRefusal(error);
      state = outcomes.rejected({ error: { condition, description: message } });
    }
    delivery.update(true, state.described());
    // The client sends nothing after this answer; without the mark rhea would keep the delivery.
    delivery.remote_settled = true;
  }
}

/** rhea leaves the drain flag out of its answer when no credit is left; clients wait for it. */
function answerDrainAlways(sender) {
  const drain = sender._get_drain.bind(sender);
  sender._get_drain = () => drain() || (sender._draining && sender._drained);
}

function burialOf(error) {
  const { DeadLetterReason, DeadLetterErrorDescription, ...changes } = error?.info ?? {};
  return {
    reason: DeadLetterReason ?? undefined,
    description: DeadLetterErrorDescription ?? error?.description ?? undefined,
    changes,
  };
}
