import { Refusal } from './errors.mjs';
import { keyOf } from './topology.mjs';

const operations = ['send', 'receive', 'settle'];

/** Makes the next operations on an entity fail as a busy namespace would; tests ask for it. */
export class Faults {
  #counts = new Map();

  plan({ entity, operation, count }) {
    if (typeof entity !== 'string' || !operations.includes(operation) || !(count >= 0)) {
      throw new Refusal('argument', `Give entity, operation (${operations.join(', ')}) and count.`);
    }
    this.#counts.set(`${operation} ${keyOf(entity)}`, count);
  }

  check(operation, key) {
    const name = `${operation} ${key}`;
    const left = this.#counts.get(name) ?? 0;
    if (left > 0) {
      this.#counts.set(name, left - 1);
      throw new Refusal('busy', 'The entity is being throttled. Error code: 50009.');
    }
  }
}
