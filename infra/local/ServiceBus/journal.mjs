import {
  closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * An append-only file of JSON lines. A record counts once its line end is written, so a process
 * killed at any moment loses only what was never acknowledged.
 */
export class Journal {
  #file;
  #descriptor;

  constructor(folder) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, 'journal.jsonl');
  }

  /** Every whole record, oldest first. A torn last line is passed over; damage before it is an error. */
  read() {
    if (!existsSync(this.#file)) {
      return [];
    }
    const bytes = readFileSync(this.#file);
    const end = bytes.lastIndexOf(10) + 1;
    const records = [];
    for (let start = 0; start < end;) {
      const stop = bytes.indexOf(10, start);
      records.push(this.#parse(bytes.toString('utf8', start, stop), records.length + 1));
      start = stop + 1;
    }
    return records;
  }

  /** Writes the records that stand for today's state to a new file and puts it in place at once. */
  replace(records) {
    this.close();
    const fresh = `${this.#file}.new`;
    const descriptor = openSync(fresh, 'w');
    for (const record of records) {
      writeAll(descriptor, `${JSON.stringify(record)}\n`);
    }
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(fresh, this.#file);
    this.#descriptor = openSync(this.#file, 'a');
  }

  append(records) {
    writeAll(this.#descriptor, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  }

  close() {
    if (this.#descriptor !== undefined) {
      fsyncSync(this.#descriptor);
      closeSync(this.#descriptor);
      this.#descriptor = undefined;
    }
  }

  #parse(line, number) {
    try {
      return JSON.parse(line);
    } catch {
      throw new Error(`${this.#file}: line ${number} is damaged; delete the folder to start empty`);
    }
  }
}

function writeAll(descriptor, text) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    at += writeSync(descriptor, bytes, at);
  }
}
