// What a page shows stands in its address, so that a link shows a colleague the same.
import { useState } from 'preact/hooks';
import { now } from './session';

/** A member of the address's query, and how to change it without loading the page again; nothing is left out of it. */
export function useQuery(name: string, fallback: string): [string, (next: string) => void] {
  const [value, setValue] = useState(() => new URLSearchParams(location.search).get(name) ?? fallback);
  return [value, (next) => {
    const address = new URL(location.href);
    if (next === '' && fallback === '') {
      address.searchParams.delete(name);
    } else {
      address.searchParams.set(name, next);
    }
    history.replaceState(null, '', address);
    setValue(next);
  }];
}

/** Today by the app's clock where the browser is, such as 2026-03-17. */
export function today() {
  const at = now();
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** So many days after a date, or before it. */
export const dayFrom = (date: string, step: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);

/** This month by the app's clock where the browser is, such as 2026-03. */
export const thisMonth = () => today().slice(0, 7);

export function monthsFrom(month: string, step: number) {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = new Date(Date.UTC(year, number - 1 + step, 1));
  return next.toISOString().slice(0, 7);
}

/** The quarter of a day or a month. */
export const quarterOf = (date: string) => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** The quarter that was over last. */
export const lastQuarter = () => quarterOf(monthsFrom(thisMonth(), -3));
