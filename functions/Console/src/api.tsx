// Calls of the API with the person's token, and how a page waits for them and shows a problem.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ComponentChildren, RefObject } from 'preact';
import { beginReading } from './reading';
import { session } from './session';
import { lang, t } from './words';

export interface Problem {
  status: number; title: string; detail?: string; traceId?: string; type?: string;
  /** `at` is a place on the map: longitude, latitude. */
  errors?: { pointer: string; detail: string; at?: [number, number] }[];
}

interface More { signal?: AbortSignal; headers?: Record<string, string>; keepalive?: boolean }

export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** What is wrong with the rows that were sent, at the rows of the form: those left empty were not sent. */
export const atRows = (thrown: unknown, list: string, rows: number[]) => thrown instanceof Refused
  ? new Refused({ ...thrown.problem, errors: thrown.problem.errors?.map((one) => ({
    ...one, pointer: one.pointer.replace(new RegExp(`^/${list}/(\\d+)`), (_, n) => `/${list}/${rows[Number(n)]}`) })) })
  : thrown;

/** A file is sent as it is, anything else as JSON. */
export async function send(
  path: string, body?: unknown, method?: 'PUT' | 'DELETE', more: More = {},
): Promise<Response> {
  const isFile = body instanceof Blob;
  const answer = await fetch(`/api/v1${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      'Authorization': `Bearer ${session()?.token ?? ''}`,
      'Accept-Language': lang(),
      ...(body === undefined || isFile ? {} : { 'Content-Type': 'application/json' }),
      ...more.headers,
    },
    ...(more.signal ? { signal: more.signal } : {}),
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    // What is sent while the page is left still arrives.
    keepalive: more.keepalive ?? false,
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({ title: String(answer.status) })) as Problem;
    throw new Refused({ ...problem, status: answer.status });
  }
  return answer;
}

export const call = async <T,>(path: string, body?: unknown, method?: 'PUT', more?: More) =>
  await (await send(path, body, method, more)).json() as T;

/** Null where there is none (404), which is an answer too. */
export const find = <T,>(path: string) => call<T>(path).catch((fault: unknown) => {
  if (fault instanceof Refused && fault.problem.status === 404) {
    return null;
  }
  throw fault;
});

/** Every page of a list, as its links lead on; at most ten, or as many as are said. */
export async function all<T>(path: string, member: string, most = 10): Promise<T[]> {
  const found: T[] = [];
  let next: string | undefined = path;
  for (let pages = 0; next !== undefined && pages < most; pages++) {
    const answer: Response = await send(next);
    found.push(...(await answer.json() as Record<string, T[]>)[member]!);
    next = nextOf(answer);
  }
  return found;
}

/** Where the list goes on, as the Link header says; nothing after its last page. */
const nextOf = (answer: Response) =>
  /<(?:[^>]*\/api\/v1)?([^>]+)>;\s*rel="?next/.exec(answer.headers.get('Link') ?? '')?.[1];

interface Pages<T> { items?: T[]; next?: string; problem?: Problem; loading: boolean }

/** A list by its pages, the next one when it is asked for. Pages that hold nothing are passed over, up to so many. */
export function usePages<T>(path: string, member: string, inputs: unknown[], most = 20) {
  const [state, setState] = useState<Pages<T>>({ loading: true });
  const current = useRef(0);
  const read = async (from: string, before: T[]) => {
    const turn = ++current.current;
    const set = (next: Pages<T>) => turn === current.current && setState(next);
    set({ items: before.length > 0 ? before : undefined, loading: true });
    try {
      let [next, some]: [string | undefined, T[]] = [from, []];
      for (let pages = 0; next !== undefined && some.length === 0 && pages < most; pages++) {
        const answer: Response = await send(next);
        some = (await answer.json() as Record<string, T[]>)[member]!;
        next = nextOf(answer);
      }
      set({ items: [...before, ...some], next, loading: false });
    } catch (fault) {
      set({ items: before.length > 0 ? before : undefined, next: from, problem: problemOf(fault), loading: false });
    }
  };
  useEffect(() => { void read(path, []); }, inputs);
  const more = () => void read(state.next ?? path, state.items ?? []);
  return { ...state, value: state.items, more, again: more };
}

/** Hands over each object of a table that comes as JSON lines, as it comes. */
export async function eachLine<T>(path: string, take: (one: T) => void) {
  const reader = (await send(path)).body!.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = '', done = false; !done;) {
    const part = await reader.read();
    const lines = (rest + (part.value ?? '')).split('\n');
    rest = lines.pop()!;
    lines.forEach((line) => take(JSON.parse(line) as T));
    done = part.done;
  }
}

/** A refusal that the page itself gives, before anything is sent; the fields that it is about, by name. */
export const fault = (title: string, fields: Record<string, string> = {}) => new Refused({ status: 0, title,
  errors: Object.entries(fields).map(([name, detail]) => ({ pointer: `/${name}`, detail })) });

/** What a fault says to a person. What is no answer of the API is told to whoever looks for the fault, too. */
export function problemOf(fault: unknown): Problem {
  if (fault instanceof Refused) {
    return fault.problem;
  }
  console.error(fault);
  return { status: 0, title: t('offline') };
}

/** The value of a read that is asked again when one of the inputs changes. */
export function useRead<T>(read: () => Promise<T>, inputs: unknown[]) {
  const [state, setState] = useState<{ value?: T; problem?: Problem; loading: boolean }>({ loading: true });
  const [turn, setTurn] = useState(0);
  const lastTurn = useRef<number>(undefined);
  useEffect(() => {
    let gone = false;
    // Neither the first time nor once more: something else was chosen.
    const end = lastTurn.current === turn ? beginReading() : undefined;
    lastTurn.current = turn;
    setState((before) => ({ ...before, loading: true }));
    read().then(
      (value) => gone || setState({ value, loading: false }),
      (fault: unknown) => gone || setState({ problem: problemOf(fault), loading: false })).finally(end);
    return () => { gone = true; };
  }, [...inputs, turn]);
  return { ...state, again: () => setTurn((n) => n + 1) };
}

/**
 * What went wrong. With `box` it gets the focus, and is said by that: its title, then what is wrong with which field;
 * else it is said when it comes. The id for the help desk is left to be read.
 */
export function Trouble({ problem, again, fields = [], box }: {
  problem: Problem; again?: () => void; fields?: { id: string; detail: string }[];
  box?: RefObject<HTMLDivElement | null>;
}) {
  const id = useId();
  return <div class="note bad" {...(box ? { 'ref': box, 'tabIndex': -1, 'role': 'group',
    'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-more ${id}-fields` } : {})}>
    <div role={box ? undefined : 'alert'}><p><b id={`${id}-title`}>{problem.title}</b>
      {problem.detail && <span class="line" id={`${id}-more`}>{problem.detail}</span>}</p></div>
    {fields.length > 0 && <ul class="reasons" id={`${id}-fields`}>{fields.map((one) => <li key={one.id}>
      <a href={`#${one.id}`}>{one.detail}</a></li>)}</ul>}
    {problem.traceId && <p class="tiny">{t('help')}: {problem.traceId}</p>}
    {again && <button class="btn alt" onClick={again}>{t('retry')}</button>}
  </div>;
}

/** The read's value drawn, or that it is under way, or why there is none. */
export function Shown<T>({ of, children }: {
  of: { value?: T; problem?: Problem; loading: boolean; again: () => void }; children: (value: T) => ComponentChildren;
}) {
  return <>{of.problem ? <Trouble problem={of.problem} again={of.again} />
    : of.value === undefined ? <p class="empty">{t('loading')}</p>
      : children(of.value)}</>;
}
