// Names beside ids, where the agency gave them and the token may read them. One read for all that is drawn together.
import { call } from './api';
import { may, session } from './session';

/** Null: there is none to be shown. */
const known = new Map<string, string | null>();
const wanted = new Set<string>();
const MOST = 200;
/** What is drawn within so many milliseconds is asked for together. */
const TOGETHER = 30;
let drawAgain = () => { /* until the page is there */ };

/** What draws the page again once names have come. */
export function onNames(draw: () => void) {
  drawAgain = draw;
}

async function ask() {
  const ids = [...wanted].slice(0, MOST);
  if (ids.length === 0) {
    return;
  }
  ids.forEach((id) => { wanted.delete(id); known.set(id, null); });
  try {
    const { names } = await call<{ names: { employeeId: string; name: string }[] }>(
      `/agencies/${session()!.agency}/name-lookups`, { employeeIds: ids });
    names.forEach((one) => known.set(one.employeeId, one.name));
    if (names.length > 0) {
      drawAgain();
    }
  } catch {
    // Ids stay, and nobody is asked again: a page without names is whole.
  }
  await ask();
}

/** The person's name if it is known by now; else the page is drawn again once it is. */
export function nameOf(id: string): string | null {
  const found = known.get(id);
  if (found === undefined && id !== '' && may('names.read')) {
    if (wanted.size === 0) {
      setTimeout(() => void ask(), TOGETHER);
    }
    wanted.add(id);
  }
  return found ?? null;
}

/** For a sentence: the name with the id, or the id alone. */
export function called(id: string) {
  const name = nameOf(id);
  return name === null ? id : `${name} (${id})`;
}
