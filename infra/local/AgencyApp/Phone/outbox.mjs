// What the phone keeps until the server has it. A check-in is made once, with its id and the phone's own time, and is
// sent again letter by letter until an answer comes; only the time of sending is new each time, so that the server can
// tell a wrong clock from a slow network.

export const MOST_AT_ONCE = 50;

/** The phone's own time with its offset, such as 2026-01-05T07:28:41+07:00. */
export function wall(date) {
  const away = -date.getTimezoneOffset();
  const two = number => String(Math.abs(number)).padStart(2, '0');
  const local = new Date(date.getTime() + away * 60_000).toISOString().slice(0, 19);
  return `${local}${away < 0 ? '-' : '+'}${two(Math.trunc(away / 60))}:${two(away % 60)}`;
}

export class Outbox {
  /** @param store keeps texts by name, as localStorage does */
  constructor(store, now = () => new Date(), id = () => crypto.randomUUID()) {
    this.store = store;
    this.now = now;
    this.id = id;
  }

  /** Every entry, the newest first: the check-in, its state, and what was answered. */
  get entries() {
    return JSON.parse(this.store.getItem('entries') ?? '[]');
  }

  add(agencyId, employeeId, kind, position) {
    const checkIn = { id: this.id(), agencyId, employeeId, kind, capturedAt: wall(this.now()), position };
    this.#keep([{ checkIn, state: 'waiting' }, ...this.entries]);
    return checkIn;
  }

  /** Drops what the server has, or will never take. */
  forget() {
    this.#keep(this.entries.filter(entry => entry.state === 'waiting'));
  }

  /**
   * Sends what waits, the oldest first, one agency at a time. What got no answer, or an answer that says to try later,
   * waits on. Gives how many milliseconds the phone is ahead of the server, or null when nothing was answered.
   * @param post takes an agency and a body, gives {status, date, json}, or throws without a network
   */
  async send(post) {
    let ahead = null;
    for (const agency of new Set(this.#waiting().map(entry => entry.checkIn.agencyId))) {
      for (;;) {
        const some = this.#waiting().filter(entry => entry.checkIn.agencyId === agency).slice(-MOST_AT_ONCE).reverse();
        if (some.length === 0) break;
        const begun = this.now();
        const sentAt = wall(begun);
        const answer = await post(agency, { checkIns: some.map(entry => ({ ...entry.checkIn, sentAt })) });
        if (answer.date) ahead = (begun.getTime() + this.now().getTime()) / 2 - answer.date.getTime();
        if (answer.status !== 207) return ahead;
        if (this.#take(some, answer.json.items) < some.length) break;
      }
    }
    return ahead;
  }

  #waiting() {
    return this.entries.filter(entry => entry.state === 'waiting');
  }

  /** Gives how many are settled by it. */
  #take(some, items) {
    const told = new Map(items.map(item => [some[item.index].checkIn.id, item]));
    const entries = this.entries.map(entry => {
      const item = told.get(entry.checkIn.id);
      if (!item || item.status >= 500 || item.status === 429) return entry;
      return item.status < 300
        ? { ...entry, state: 'sent', placement: item.placement }
        : { ...entry, state: 'refused', why: item.problem?.title ?? String(item.status) };
    });
    const before = this.#waiting().length;
    this.#keep(entries);
    return before - this.#waiting().length;
  }

  #keep(entries) {
    this.store.setItem('entries', JSON.stringify(entries));
  }
}
