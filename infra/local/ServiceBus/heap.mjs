/** A binary heap of [rank, value] pairs, smallest rank first; equal ranks in any order. */
export class Heap {
  #items = [];

  get size() {
    return this.#items.length;
  }

  peek() {
    return this.#items[0];
  }

  push(rank, value) {
    const items = this.#items;
    let at = items.push([rank, value]) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent][0] <= items[at][0]) {
        return;
      }
      [items[parent], items[at]] = [items[at], items[parent]];
      at = parent;
    }
  }

  pop() {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (items.length > 0) {
      items[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink() {
    const items = this.#items;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (left < items.length && items[left][0] < items[least][0]) {
        least = left;
      }
      if (right < items.length && items[right][0] < items[least][0]) {
        least = right;
      }
      if (least === at) {
        return;
      }
      [items[least], items[at]] = [items[at], items[least]];
      at = least;
    }
  }
}
