import { Refusal } from './errors.mjs';
import { keyOf } from './topology.mjs';

const operations = ['send', 'receive', 'settle'];

/** What goes wrong on demand: a busy entity for its next operations, or a disk with so much space left. */
export class Faults {
  #disk;
  #counts = new Map();

  constructor(disk) {
    this.#disk = disk;
  }

  /** Either an entity with an operation and a count, or the disk's bytes; null bytes give the space back. */
  plan({ entity, operation, count, diskBytes }) {
    if (diskBytes !== undefined) {
      this.#disk.limit(diskBytes ?? Infinity);
    } else if (typeof entity === 'string' && operations.includes(operation) && count >= 0) {
      this.#counts.set(`${operation} ${keyOf(entity)}`, count);
    } else {
      throw new Refusal('argument', `Give entity, operation (${operations.join(', ')}) and count, or diskBytes.`);
    }
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
