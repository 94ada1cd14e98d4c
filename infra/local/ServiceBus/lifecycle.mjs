import { planRelease } from './sending.mjs';

/** What time and failed deliveries do to messages: come back, arrive, expire or die. */
export class Lifecycle {
  #state;
  #commit;

  constructor(state, commit) {
    this.#state = state;
    this.#commit = commit;
  }

  /** Locks lapse, scheduled messages arrive, old ones expire. */
  advance(entity, now) {
    for (const message of entity.lapsedLocks(now)) {
      this.giveBack(entity, message, now);
    }
    for (const message of entity.dueMessages(now)) {
      this.#commit(planRelease(this.#state, entity, message));
    }
    for (const message of entity.expiredMessages(now)) {
      this.expire(entity, message);
    }
  }

  /** A message that was delivered too often, or is too old by now, does not come back. */
  giveBack(entity, message, now) {
    const { maxDeliveryCount, kind } = entity.definition;
    if (message.deliveries >= maxDeliveryCount) {
      const text = `Message could not be consumed after ${message.deliveries} delivery attempts.`;
      this.bury(entity, message, 'MaxDeliveryCountExceeded', text);
    } else if (kind !== 'deadLetter' && !message.deferred && message.expiresAt <= now) {
      this.expire(entity, message);
    } else {
      this.#state.giveBack(entity, message);
    }
  }

  bury(entity, message, reason, description, changes) {
    const { key } = entity.definition;
    this.#commit({ op: 'dead', entity: key, seq: message.seq, reason, description, changes });
  }

  expire(entity, message) {
    const { key, deadLetterExpired } = entity.definition;
    if (deadLetterExpired) {
      this.bury(entity, message, 'TTLExpiredException', 'The message expired and was dead lettered.');
    } else {
      this.#commit({ op: 'remove', entity: key, seq: message.seq });
    }
  }
}
