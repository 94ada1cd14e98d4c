// An area that nobody has drawn: its name and kind, and a square around a point to begin with.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { goOnAfter } from '../../focus';
import { t } from '../../words';
import { degreesOf, squareAround, type Outline } from './draft';
import type { Properties } from './shapes';

const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];
const SIDE = 80;

interface FactsProps { of: Properties; isNew: boolean; id: string; change: (next: Properties) => void }

export function Facts({ of, isNew, id, change }: FactsProps) {
  return <div class="facts-form">
    <div><label for="name">{t('editName')}</label>
      <input id="name" value={of.name} maxLength={100} onInput={(event) =>
        change({ ...of, name: event.currentTarget.value })} />
      {isNew && id && <p class="tiny">{t('editId')} <code>{id}</code></p>}</div>
    {isNew && <><div><label for="kind">{t('editKind')}</label>
      <select id="kind" value={of.kind} onChange={(event) =>
        change({ ...of, kind: event.currentTarget.value as Properties['kind'] })}>
        <option value="office">{t('areaOffice')}</option><option value="wfaArea">{t('areaShared')}</option>
        <option value="fieldSite">{t('areaField')}</option></select></div>
    <div><label for="zone">{t('editZone')}</label>
      <select id="zone" value={of.zone} onChange={(event) => change({ ...of, zone: event.currentTarget.value })}>
        {ZONES.map((one) => <option key={one}>{one}</option>)}</select></div></>}
  </div>;
}

/** Works without a map: two numbers give a square, which is then changed corner by corner. */
export function Begin({ begin }: { begin: (outline: Outline) => void }) {
  const [isBad, setBad] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => () => goOnAfter(form.current), []);
  return <form ref={form} noValidate onSubmit={(event) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    const [x, y] = [degreesOf(String(sent.get('x')), 180), degreesOf(String(sent.get('y')), 90)];
    setBad(x === null || y === null);
    if (x !== null && y !== null) {
      begin(squareAround([x, y], SIDE));
    }
  }}>
    <p>{t('beginLead', { n: SIDE })}</p>
    {isBad && <p class="note bad" role="alert" id="begin-fault">{t('beginFault')}</p>}
    <div class="facts-form">
      <div><label for="y">{t('latitude')}</label>
        <input id="y" name="y" inputMode="decimal" aria-describedby={isBad ? 'begin-fault' : undefined} /></div>
      <div><label for="x">{t('longitude')}</label>
        <input id="x" name="x" inputMode="decimal" aria-describedby={isBad ? 'begin-fault' : undefined} /></div>
    </div>
    <button class="btn alt">{t('beginSquare')}</button>
  </form>;
}

/** An id out of a name: balai-kota-2 of Balai Kota (2). */
export const idOf = (name: string) =>
  name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 64);
