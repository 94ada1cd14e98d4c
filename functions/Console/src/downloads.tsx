// Files of a whole agency: asked for with the token, which a plain link cannot carry, and saved under their own names.
import { useState } from 'preact/hooks';
import { problemOf, send, Trouble, type Problem } from './api';
import { t } from './words';

const FORMATS = ['csv', 'xlsx'];
/** Until when a browser has surely taken it. */
const KEPT = 60_000;

/** The name under which it was saved, as the API gives it. */
async function save(path: string) {
  const answer = await send(path);
  return hand(await answer.blob(),
    /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? '');
}

/** Hands a file to the browser, and gives its name. */
export function hand(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
  return name;
}

/** Each file's name for people, and its path. */
export function Downloads({ files, formats = FORMATS }: { files: [string, string][]; formats?: string[] }) {
  const [state, setState] = useState<{ busy?: string; done?: string; problem?: Problem }>({});
  const get = async (path: string) => {
    if (state.busy !== undefined) {
      return;
    }
    setState({ busy: path });
    try {
      setState({ done: await save(path) });
    } catch (fault) {
      setState({ problem: problemOf(fault) });
    }
  };
  return <>
    {state.problem && <Trouble problem={state.problem} />}
    <ul class={formats.length > 2 ? 'downloads many' : 'downloads'}>{files.map(([name, path]) => <li key={path}>
      <span>{name}</span>
      {formats.map((format) => <button key={format} class="btn alt" aria-disabled={state.busy !== undefined}
        onClick={() => void get(`${path}?format=${format}`)}>
        {format.toUpperCase()}<span class="vh"> {name}</span></button>)}</li>)}</ul>
    <div role="status"><p class="tiny">
      {state.busy ? t('downloading') : state.done && t('downloaded', { name: state.done })}</p></div>
  </>;
}
