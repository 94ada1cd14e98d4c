// The language: ?lang=, then the stored choice, then the browser's, then Indonesian. One file of texts each, of which a
// page loads the one that it speaks.
import type id from './texts/id.json';

export type Word = keyof typeof id;
export type Language = 'id' | 'en';
type Texts = Record<Word, string>;

const files: Record<Language, () => Promise<{ default: Texts }>> = {
  id: () => import('./texts/id'),
  en: () => import('./texts/en'),
};
const isLanguage = (text: string | null): text is Language => text === 'id' || text === 'en';

function first(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  const stored = localStorage.getItem('lang');
  return isLanguage(asked) ? asked : isLanguage(stored) ? stored : navigator.language.startsWith('en') ? 'en' : 'id';
}

let language = first();
let texts: Texts;

export const lang = () => language;

/** Fetches a language's texts, once, and speaks it from then on. Without a network the one before stays. */
async function learn(next: Language) {
  texts = (await files[next]()).default;
  language = next;
}

/** To be awaited before the first word is asked for. */
export const begin = () => learn(language);

export async function speak(next: Language) {
  await learn(next);
  localStorage.setItem('lang', next);
}

/**
 * The text of a word, with the values of its braces. `{n:day|days}` is the form that the value needs, and stands beside
 * it: the first of one, the second of any other. Indonesian needs none.
 */
export function t(word: Word, values: Record<string, string | number> = {}) {
  return texts[word].replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one?: string, more?: string) => one === undefined ? String(values[name] ?? '')
      : String(values[name]) === '1' ? one : more!);
}

const locale = () => language === 'id' ? 'id-ID' : 'en-GB';

export const number = (value: number, digits = 0, most = digits) =>
  value.toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: most });

const FULL = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

export const day = (date: string, options: Intl.DateTimeFormatOptions = FULL) =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString(locale(), { ...options, timeZone: 'UTC' });

/** March 2026, of 2026-03. */
export const monthName = (month: string) => day(`${month}-01`, { month: 'long', year: 'numeric' });

/** A distance in metres, or in kilometres from one on; its side is said in words. */
export const metres = (value: number) => Math.abs(value) < 1000
  ? `${number(Math.abs(value))} m` : `${number(Math.abs(value) / 1000, 1)} km`;

/** To an area's edge, and on which side of it: negative within. */
export const distanceOf = (signed: number) =>
  t(signed < 0 ? 'distanceInside' : 'distanceOutside', { n: metres(signed) });

/** A moment by this browser's own clock and in its zone, which is named: 9 Apr 2026, 09.05 WIB. */
export const timeHere = (instant: string) => new Date(instant).toLocaleString(locale(), {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
});

/** 07:28:41 or a moment with its zone's offset, to the minute of that place: 07.28 or 07:28. */
export function clock(text?: string) {
  const found = text?.match(/(?:^|T)(\d\d):(\d\d)/);
  return found ? `${found[1]}${language === 'id' ? '.' : ':'}${found[2]}` : '–';
}
