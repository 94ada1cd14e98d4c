// What came, in the order in which it came, and up to which number each agency was read: a line of JSON each, only ever
// added. A line that a crash cut off is not there. One program at a time writes. The C# consumer keeps the same file.

import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** events: each once, however often it came; other bytes under the same id are another one. */
export class EventJournal {
  #path;
  #events = new Map();
  #read = new Map();

  constructor(folder) {
    mkdirSync(folder, { recursive: true });
    this.#path = join(folder, 'events.jsonl');
    if (!existsSync(this.#path)) {
      return;
    }
    const bytes = readFileSync(this.#path);
    const whole = bytes.lastIndexOf('\n') + 1;
    truncateSync(this.#path, whole);
    for (const line of bytes.subarray(0, whole).toString('utf8').split('\n').filter((text) => text !== '')) {
      const one = JSON.parse(line);
      if (one.readUpTo === undefined) {
        this.#events.set(keyOf(one), one);
      } else {
        this.#read.set(one.agency, one.readUpTo);
      }
    }
  }

  get events() {
    return [...this.#events.values()];
  }

  /** The number after which the agency is read next; 0 at the beginning. */
  readUpTo(agency) {
    return this.#read.get(agency) ?? 0;
  }

  /** On disk when it comes back; only then may a message be completed. */
  add(events) {
    const fresh = events.filter((one) => {
      const isNew = !this.#events.has(keyOf(one));
      this.#events.set(keyOf(one), one);
      return isNew;
    });
    this.#write(fresh);
  }

  /** The same of what was read over HTTP, with the number up to which it was. */
  addRead(agency, { events, last }) {
    this.add(events);
    if (last > this.readUpTo(agency)) {
      this.#read.set(agency, last);
      this.#write([{ agency, readUpTo: last }]);
    }
  }

  #write(lines) {
    if (lines.length === 0) {
      return;
    }
    const file = openSync(this.#path, 'a');
    writeSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    fsyncSync(file);
    closeSync(file);
  }
}

function keyOf({ agency, id, data }) {
  return `${agency} ${id} ${createHash('sha256').update(data).digest('hex')}`;
}
