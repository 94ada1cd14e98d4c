// One area's outline: drawn, dragged, typed or out of a file; tried on past days, mended, and saved as a version.
import { useMemo, useState } from 'preact/hooks';
import { call, Shown, useRead } from '../../api';
import { Arrival } from '../../outcome';
import { lang, number, t } from '../../words';
import { Section } from '../../parts';
import { session } from '../../session';
import { Canvas, Lens, PICTURE } from './canvas';
import { Corners } from './corners';
import { added, cornersOf, geometryOf, halfWay, moved, opened, removed, withSketch, type Outline } from './draft';
import type { Found } from './files';
import { Keep } from './keep';
import { Load, useFile } from './load';
import { Mend, type Suggestion } from './mend';
import { points, viewOf, type Area, type Point, type Properties, type Ring, type View } from './shapes';
import { Begin, Facts, idOf } from './start';
import { Effect, isInvalid, placeOf, useTrial } from './trial';

const COAST: View = { x: 118, y: -2.5, scale: 480 / 5_200_000 };
const LIMIT = 200;

/** The area that the address names, or none to begin with; and where others lie, to begin near them. */
export function Edit() {
  const { agency } = session()!;
  // As it was opened: what is saved changes the address.
  const [id] = useState(() => new URLSearchParams(location.search).get('area') ?? '');
  const [isNew, setNew] = useState(!id);
  const read = useRead(async () => {
    const list = await call<{ geofences: { id: string; kind: string }[] }>(`/agencies/${agency}/geofences`);
    // Where people live is theirs: it is neither asked for nor shown.
    const open = list.geofences.filter((one) => one.kind !== 'home').slice(0, LIMIT);
    const all = await Promise.all(open.map((one) => call<Area>(`/agencies/${agency}/geofences/${one.id}`)));
    return { area: all.find((one) => one.id === id), others: all.filter((one) => one.id !== id) };
  }, []);
  return <>
    <h1>{t(isNew ? 'areaNew' : 'areaEdit')}</h1>
    <p class="lead">{t('editLead')}</p>
    <p class="back"><a href={onMap()}>{t('editBack')}</a></p>
    <Shown of={read}>{({ area, others }) => !id || area
      ? <Editor area={area} others={others} begun={() => setNew(false)} />
      : <><p class="empty">{t('editUnknown')}</p>
        <p><a class="btn" href={`/console/kantor/area/ubah?lang=${lang()}`}>{t('areaNew')}</a></p></>}</Shown>
  </>;
}

/** The page of all areas, with one of them shown. */
const onMap = (id?: string) =>
  `/console/kantor/area?${new URLSearchParams({ ...(id ? { area: id } : {}), lang: lang() })}`;

interface State { outline: Outline; properties: Properties }
const EMPTY: Properties = { name: '', kind: 'office', zone: 'Asia/Jakarta' };

/** With `begun` it says that the area is no new one any more. */
function Editor({ area, others, begun }: { area?: Area; others: Area[]; begun: () => void }) {
  const [base, setBase] = useState(area);
  const [now, setNow] = useState<State>({
    outline: area ? opened(area) : [], properties: area?.properties ?? others[0]?.properties
      ? { ...EMPTY, ...area?.properties, zone: (area ?? others[0]!).properties.zone } : EMPTY });
  const [past, setPast] = useState<Outline[]>([]);
  const [dragged, setDragged] = useState<Outline | null>(null);
  const [sketch, setSketch] = useState<{ ring: Ring; isHole: boolean } | null>(null);
  const [said, say] = useState('');
  const [kept, setKept] = useState<number>();
  const [suggestion, suggest] = useState<Suggestion>();
  const [theirs, clash] = useState<Area>();
  const fitted = (all: Point[]) => all.length > 0 ? viewOf(all, ...PICTURE, .7) : COAST;
  const [view, look] = useState(() => fitted(area ? points(area) : others[0] ? points(others[0]) : []));

  const outline = dragged ?? now.outline;
  const set = (next: Outline, word = '') => {
    setKept(undefined);
    setPast((all) => [...all.slice(-99), now.outline]);
    setNow({ ...now, outline: next });
    suggest(undefined);
    say(word);
  };
  const begin = (next: Outline, word = '') => {
    set(next, word);
    look(fitted(next.flat(2)));
  };
  const undo = () => {
    setNow({ ...now, outline: past[past.length - 1]! });
    setPast(past.slice(0, -1));
    suggest(undefined);
    say(t('undone'));
  };
  const take = (one: Found) => {
    begin(one.outline, t('fileTaken', { name: one.name, n: number(one.outline.flat(2).length) }));
    if (!base && !now.properties.name) {
      setNow({ outline: one.outline, properties: { ...now.properties, name: one.name.slice(0, 100) } });
    }
  };
  const file = useFile(take);
  const finish = () => {
    const next = withSketch(now.outline, sketch!.ring, sketch!.isHole);
    setSketch(null);
    if (next) {
      set(next);
    } else {
      say(t('holeOutside'));
    }
  };

  const id = base?.id ?? idOf(now.properties.name);
  const isEmpty = now.outline.length === 0;
  const [feature, asked] = useMemo(() => {
    const made = { type: 'Feature', properties: now.properties, geometry: geometryOf(now.outline) };
    return [made, JSON.stringify(made)];
  }, [now]);
  const isChanged = !base || past.length > 0 || now.properties.name !== base.properties.name;
  const { trial, again } = useTrial(id, !isEmpty && isChanged && id ? asked : null);
  const why = isEmpty ? t('whyEmpty') : !id ? t('whyName') : !isChanged ? t('whySame')
    : trial.state === 'refused' ? t('whyRefused') : trial.state !== 'good' ? t('whyAsking') : undefined;
  // Each by itself: one that lies within another is no hole of it.
  const beside: [string, Outline][] = [
    ...others.map((one): [string, Outline] => ['other', opened(one)]),
    ['before', base && isChanged ? opened(base) : []],
    ['theirs', theirs ? opened(theirs) : []], ['offer', suggestion?.outline ?? []]];
  const about = <>
    <Section title={t('editFacts')}>
      <Facts of={now.properties} isNew={!base} id={id}
        change={(properties) => setNow({ ...now, properties })} />
    </Section>
    {isEmpty && <Section title={t('beginTitle')}><Begin begin={begin} /></Section>}
    <Section title={t('fileTitle')}><Load {...file} take={take} /></Section>
  </>;
  return <div class="two month">
    <div class="stack">
      <Section title={now.properties.name || t('area')}>
        <figure onDragOver={(event) => event.preventDefault()} onDrop={(event) => {
          event.preventDefault();
          void file.load(event.dataTransfer?.files[0]);
        }}>
          <Tools isEmpty={isEmpty} sketch={sketch} undo={past.length > 0 ? undo : undefined} finish={finish}
            draw={(isHole) => setSketch({ ring: [], isHole })} stop={() => setSketch(null)} />
          <Canvas view={view} look={look} outline={outline} name={now.properties.name} beside={beside}
            fault={dragged ? undefined : placeOf(trial)} sketch={sketch?.ring ?? null}
            put={(point) => setSketch({ ...sketch!, ring: [...sketch!.ring, point] })}
            move={(corner, to, isDone) => {
              const next = moved(outline, corner, to);
              if (isDone) {
                setDragged(null);
                set(next);
              } else {
                setDragged(next);
              }
            }}
            add={(corner, point) => setDragged(added(now.outline, corner, point))}
            remove={(corner) => set(removed(now.outline, corner))} drop={() => setDragged(null)} />
          <Lens view={view} look={look} fit={() => look(fitted(isEmpty ? others.flatMap(points) : outline.flat(2)))} />
          <figcaption class="tiny">{t(sketch ? 'editDrawing' : isEmpty ? 'editBegin' : 'editKeys')}</figcaption>
          <Legend beside={beside} />
        </figure>
        <div role="status"><p class="tiny">{said}</p></div>
      </Section>
    </div>
    <div class="stack">
      {!base && about}
      <Section title={t('effect')}>
        {isInvalid(trial) && <Mend outline={now.outline} place={placeOf(trial)} suggestion={suggestion}
          suggest={suggest} take={(next) => set(next, t('mendTaken'))}
          show={([x, y]) => look({ x, y, scale: Math.max(view.scale, 4) })} />}
        {!(isInvalid(trial) && placeOf(trial)) && <Effect of={trial} again={again} />}
      </Section>
      <Section title={t('keep')}>
        <Keep id={id} feature={feature} outline={now.outline} base={base?.version ?? 0} why={why} theirs={theirs}
          clash={clash} build={(on) => {
            setBase(on);
            clash(undefined);
          }} takeTheirs={() => {
            set(opened(theirs!), t('clashTaken'));
            setNow({ outline: opened(theirs!), properties: theirs!.properties });
            setBase(theirs);
            clash(undefined);
          }} saved={(next) => {
            setBase(next);
            setPast([]);
            setNow({ outline: opened(next), properties: next.properties });
            history.replaceState(null, '', `?area=${encodeURIComponent(next.id)}${lang() === 'en' ? '&lang=en' : ''}`);
            say('');
            setKept(next.version);
            begun();
          }} />
        {kept && base && !isChanged && <Arrival kind="ok" words={t('kept', { n: kept })}>
          <p><a href={onMap(base.id)}>{t('keptSee')}</a></p></Arrival>}
      </Section>
      {base && about}
    </div>
    {!isEmpty && <Section title={t('editCorners', { n: number(cornersOf(outline).length) })}>
      <Corners outline={now.outline} move={(corner, to) => set(moved(now.outline, corner, to))}
        addAfter={(corner) => set(added(now.outline, corner, halfWay(now.outline, corner)))}
        remove={(corner) => set(removed(now.outline, corner))} /></Section>}
  </div>;
}

interface ToolsProps {
  isEmpty: boolean; sketch: { ring: Ring; isHole: boolean } | null; undo?: () => void;
  draw: (isHole: boolean) => void; finish: () => void; stop: () => void;
}

function Tools({ isEmpty, sketch, undo, draw, finish, stop }: ToolsProps) {
  return <p class="pair">{sketch
    ? <><button type="button" class="btn" aria-disabled={sketch.ring.length < 3}
      onClick={sketch.ring.length < 3 ? undefined : finish}>
      {t('drawDone', { n: sketch.ring.length })}</button>
    <button type="button" class="btn alt" onClick={stop}>{t('cancel')}</button></>
    : <><button type="button" class="btn alt" onClick={() => draw(false)}>{t(isEmpty ? 'drawFirst' : 'drawPart')}
    </button>
    {!isEmpty && <button type="button" class="btn alt" onClick={() => draw(true)}>{t('drawHole')}</button>}
    <button type="button" class="btn alt" aria-disabled={!undo} onClick={undo}>{t('undo')}</button></>}</p>;
}

/** Only what the map shows now. */
function Legend({ beside }: { beside: [string, Outline][] }) {
  const words = { other: 'lineOther', before: 'lineBefore', theirs: 'lineTheirs', offer: 'lineOffer' } as const;
  const shown = new Set(beside.filter(([, outline]) => outline.length > 0).map(([kind]) => kind));
  return <ul class="legend">{[...shown].map((kind) => <li key={kind}>
    <svg class="line-key" viewBox="0 0 28 10" aria-hidden="true"><path class={kind} d="M1 5H27" /></svg>
    {t(words[kind as keyof typeof words])}</li>)}</ul>;
}
