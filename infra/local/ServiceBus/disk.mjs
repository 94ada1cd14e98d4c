import { writeSync } from 'node:fs';

/** Where the journal's bytes go. Its free space can be limited, so that a full disk can be tried out. */
export class Disk {
  #left = Infinity;

  /** Lets so many bytes more be written; Infinity gives the space back. */
  limit(bytes) {
    this.#left = bytes;
  }

  /** Writes all bytes at the position or throws, possibly with a part of them written. */
  write(descriptor, bytes, position) {
    for (let at = 0; at < bytes.length;) {
      if (this.#left <= 0) {
        throw Object.assign(new Error('ENOSPC: no space left on the device'), { code: 'ENOSPC' });
      }
      const length = Math.min(bytes.length - at, this.#left);
      const written = writeSync(descriptor, bytes, at, length, position + at);
      at += written;
      this.#left -= written;
    }
  }
}
