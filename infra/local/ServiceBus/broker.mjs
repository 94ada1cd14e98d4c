import { Refusal } from './errors.mjs';

/** Brings messages and waiting readers together: what is sent or given back goes at once to whoever waits for it. */
export class Broker {
  #store;
  #faults;
  #clock;
  #waiting = new Map();
  #stalled = new Set();
  #timer;

  constructor(store, faults, clock) {
    this.#store = store;
    this.#faults = faults;
    this.#clock = clock;
  }

  get now() {
    return this.#clock();
  }

  /** Locks end and scheduled messages arrive without anybody asking. */
  start(everyMs) {
    this.#timer = setInterval(() => this.#tick(), everyMs);
  }

  stop() {
    clearInterval(this.#timer);
  }

  send(key, submissions) {
    this.#faults.check('send', key);
    const numbers = this.#store.send(key, submissions, this.now);
    this.#serve();
    return numbers;
  }

  cancel(key, seqs) {
    this.#store.cancel(key, seqs);
  }

  /** Looking needs no space on the disk: what has fallen due and cannot be written is shown as it was. */
  peek(key, from, count) {
    unlessFull(() => this.#store.advance(this.#store.entity(key), this.now));
    return this.#store.peek(key, from, count);
  }

  checkReadable(key) {
    this.#store.readable(key);
    this.#faults.check('receive', key);
  }

  writable(key) {
    return this.#store.writable(key);
  }

  entity(key) {
    return this.#store.entity(key);
  }

  receiveDeferred(key, seqs, removing) {
    return this.#store.receiveDeferred(key, seqs, removing, this.now);
  }

  /**
   * Adds a reader: an object with `capacity()`, `removing` and `deliver(handedOut)`. It is served
   * at once when it can be, and stays until `leave`.
   */
  wait(key, reader) {
    const readers = this.#waiting.get(key) ?? [];
    if (!readers.includes(reader)) {
      readers.push(reader);
      this.#waiting.set(key, readers);
    }
    this.#serveEntity(key);
  }

  leave(key, reader) {
    const readers = this.#waiting.get(key) ?? [];
    this.#waiting.set(key, readers.filter((each) => each !== reader));
  }

  settle(key, action) {
    this.#faults.check('settle', key);
    const answer = action(this.#store, this.now);
    this.#serve();
    return answer;
  }

  #tick() {
    for (const entity of this.#store.entities()) {
      unlessFull(() => this.#store.advance(entity, this.now));
    }
    const stalled = [...this.#stalled];
    this.#stalled.clear();
    stalled.forEach((key) => this.#serveEntity(key));
    this.#serve();
  }

  #serve() {
    for (let keys = this.#store.takeChanged(); keys.length > 0; keys = this.#store.takeChanged()) {
      keys.forEach((key) => this.#serveEntity(key));
    }
  }

  /** Readers take turns, so none starves. Without space on the disk nothing is handed out until the next tick. */
  #serveEntity(key) {
    for (;;) {
      const readers = this.#waiting.get(key) ?? [];
      const at = readers.findIndex((reader) => reader.capacity() > 0);
      if (at < 0) {
        return;
      }
      const reader = readers[at];
      let handedOut;
      if (!unlessFull(() => { handedOut = this.#store.receive(key, reader.removing, this.now); })) {
        this.#stalled.add(key);
      }
      if (handedOut === undefined) {
        return;
      }
      readers.push(...readers.splice(at, 1));
      reader.deliver(handedOut);
    }
  }
}

/** False when the journal could not be written, which nobody who waits here has asked for; the state is as before. */
function unlessFull(action) {
  try {
    action();
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'full') {
      return false;
    }
    throw error;
  }
}
