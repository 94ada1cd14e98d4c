import {
  closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './errors.mjs';

/**
 * A file of JSON lines, each the records of one change. A change counts once its line end is written: a process killed
 * at any moment loses only what was never acknowledged, and what a full disk cut short is cut off again.
 */
export class Journal {
  #file;
  #disk;
  #descriptor;
  #size = 0;
  #failing = false;

  constructor(folder, disk) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, 'journal.jsonl');
    this.#disk = disk;
  }

  /** Every record of a whole line, oldest first. A torn last line is passed over; damage before it is an error. */
  read() {
    if (!existsSync(this.#file)) {
      return [];
    }
    const bytes = readFileSync(this.#file);
    this.#size = bytes.lastIndexOf(10) + 1;
    const changes = [];
    for (let start = 0; start < this.#size;) {
      const stop = bytes.indexOf(10, start);
      changes.push(this.#parse(bytes.toString('utf8', start, stop), changes.length + 1));
      start = stop + 1;
    }
    return changes.flat();
  }

  /** Writes today's state as records to a new file and puts it in place; without space the old one stays. */
  replace(records) {
    const fresh = `${this.#file}.new`;
    try {
      const size = this.#write(fresh, records);
      renameSync(fresh, this.#file);
      this.#size = size;
    } catch (error) {
      rmSync(fresh, { force: true });
      this.#complain(error);
    }
    this.#descriptor = openSync(this.#file, existsSync(this.#file) ? 'r+' : 'w');
    ftruncateSync(this.#descriptor, this.#size);
  }

  /** All of the records or none. The place to write is known, so a torn line is never written behind. */
  append(records) {
    const line = lineOf(records);
    try {
      this.#disk.write(this.#descriptor, line, this.#size);
    } catch (error) {
      this.#cutOff();
      this.#complain(error);
      throw new Refusal('full', `The local bus cannot write its journal: ${error.message}`);
    }
    this.#size += line.length;
    this.#failing = false;
  }

  close() {
    fsyncSync(this.#descriptor);
    closeSync(this.#descriptor);
  }

  #write(file, records) {
    const descriptor = openSync(file, 'w');
    try {
      let size = 0;
      for (const record of records) {
        const line = lineOf([record]);
        this.#disk.write(descriptor, line, size);
        size += line.length;
      }
      fsyncSync(descriptor);
      return size;
    } finally {
      closeSync(descriptor);
    }
  }

  #cutOff() {
    try {
      ftruncateSync(this.#descriptor, this.#size);
    } catch (error) {
      // The next line is written over it, and a start passes over what has no line end.
      this.#complain(error);
    }
  }

  /** Says it once, not at every try. */
  #complain(error) {
    if (!this.#failing) {
      console.error(`${this.#file} cannot be written: ${error.message}`);
    }
    this.#failing = true;
  }

  #parse(line, number) {
    try {
      return JSON.parse(line);
    } catch {
      throw new Error(`${this.#file}: line ${number} is damaged; delete the folder to start empty`);
    }
  }
}

function lineOf(records) {
  return Buffer.from(`${JSON.stringify(records)}\n`);
}
