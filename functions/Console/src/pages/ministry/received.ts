// An agency's events as a ministry reads them, checked, and as a table. The rule is the one of the consumers to copy
// from, infra/local/Ministry; nothing here knows a page.
import { pageOf } from 'ministry/results-replay.mjs';
import {
  periodsOf, tellsOfResult, type Lack, type PeriodResult, type ReceivedEvent,
} from 'ministry/results-periods.mjs';
import { linesOf } from 'ministry/results-table.mjs';

export type { Lack, PeriodResult };

export interface Received {
  events: ReceivedEvent[];
  /** Every number that came, rising. */
  numbers: number[];
  /** Up to which number was looked. */
  last: number;
}

/** From the first to the last, page by page; `told` hears up to which number. */
export async function receive(
  agency: string, textAfter: (after: number) => Promise<string>, told: (last: number) => void,
): Promise<Received> {
  const found: Received = { events: [], numbers: [], last: 0 };
  for (let more = true; more;) {
    const page = pageOf(await textAfter(found.last), agency);
    found.events.push(...page.events.filter((one) => tellsOfResult(one.type)));
    found.numbers.push(...page.events.map((one) => one.sequence));
    found.last = page.last;
    more = page.more;
    told(page.last);
  }
  found.numbers.sort((a, b) => a - b);
  return found;
}

/** The periods, newest first. */
export const check = async (received: Received, keys: { keys: JsonWebKey[] }, pause?: () => unknown) =>
  (await periodsOf(received.events, keys, pause)).reverse();

/** Whether it is wrong, and not only to come. */
export const isForged = ({ what, came }: Lack) => what === 'contradiction' || came === true;

/**
 * From which to which number nothing came, beside and between what came of the same: there what lacks is looked for.
 * Numbers of events that the subscription does not take are among them.
 */
export function gapsOf(lack: Lack, of: PeriodResult, { numbers, last }: Received): [number, number][] {
  const beside = lack.what === 'finalPage' ? of.final?.numbers
    : of.revisions.find((one) => one.revision === lack.revision)?.numbers;
  if (isForged(lack) || !beside?.length) {
    return [];
  }
  const before = numbers.findLast((one) => one < Math.min(...beside)) ?? 0;
  const after = numbers.find((one) => one > Math.max(...beside)) ?? last + 1;
  const edges = [before, ...numbers.filter((one) => one > before && one < after), after];
  return edges.slice(1).map((one, i): [number, number] => [edges[i]! + 1, one - 1])
    .filter(([from, to]) => from <= to);
}

/** As results.jsonl of the consumers holds the period: a line for it, then one for each of its people. */
export const jsonLinesOf = async (of: PeriodResult) =>
  (await linesOf(of)).map((line) => `${JSON.stringify(line)}\n`).join('');

const COLUMNS = ['agency', 'period', 'employeeId', 'place', 'predicate', 'score', 'topShare', 'notAssessed'];

/** The same people as CSV (RFC 4180), with a byte order mark, as the API's own files have it. */
export async function csvOf(of: PeriodResult) {
  const people = (await linesOf(of)).filter((line) => line['employeeId'] !== undefined);
  const rows = people.map((line) => COLUMNS.map((name) => cellOf(line[name])));
  return `\uFEFF${[COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

/** A text that a spreadsheet would run stands behind an apostrophe. */
function cellOf(value: unknown) {
  const isRun = typeof value === 'string' && /^\s*[=+\-@\t\r\n＝＋－＠]/.test(value);
  const text = `${isRun ? "'" : ''}${value ?? ''}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
