// Every corner as two numbers: the way to change an outline without a pointer.
import { useState } from 'preact/hooks';
import { More } from '../../parts';
import { t } from '../../words';
import { cornersOf, degreesOf, type Corner, type Outline } from './draft';
import type { Point } from './shapes';

const PAGE = 40;

interface Props {
  outline: Outline;
  move: (corner: Corner, to: Point) => void; addAfter: (corner: Corner) => void; remove: (corner: Corner) => void;
}

export function Corners({ outline, move, addAfter, remove }: Props) {
  const [many, setMany] = useState(PAGE);
  const all = cornersOf(outline);
  const titleOf = ({ part, ring }: Corner) => `${outline.length > 1 ? `${t('editPart', { n: part + 1 })}: ` : ''}${
    ring === 0 ? t('editOuter') : t('editHole', { n: ring })}`;
  return <>
    <table class="rows corners">
      <thead><tr><th scope="col"><span class="vh">{t('editCornerHead')}</span></th>
        <th scope="col">{t('longitude')}</th><th scope="col">{t('latitude')}</th>
        <th scope="col"><span class="vh">{t('editChange')}</span></th></tr></thead>
      {all.slice(0, many).map(([corner, point], i) => {
        const n = corner.at + 1;
        const isFirst = i === 0 || corner.at === 0;
        return <tbody key={`${corner.part}.${corner.ring}.${corner.at}`}>
          {isFirst && <tr class="ring"><th scope="colgroup" colSpan={4}>{titleOf(corner)}</th></tr>}
          <tr><th scope="row">{n}</th>
            {([0, 1] as const).map((axis) => <td key={axis}><Degrees value={point[axis]} most={axis === 0 ? 180 : 90}
              label={`${titleOf(corner)}, ${t('editCorner', { n })}, ${t(axis === 0 ? 'longitude' : 'latitude')}`}
              set={(value) => move(corner, axis === 0 ? [value, point[1]] : [point[0], value])} /></td>)}
            <td class="acts"><button type="button" class="btn quiet" title={t('editAddAfter', { n })}
              aria-label={t('editAddAfter', { n })} onClick={() => addAfter(corner)}>+</button>
            <button type="button" class="btn quiet" title={t('editRemove', { n })}
              aria-label={t('editRemove', { n })} onClick={() => remove(corner)}>×</button></td></tr></tbody>;
      })}
    </table>
    <More of={all.length} shown={many} step={PAGE} show={setMany} />
  </>;
}

interface DegreesProps { value: number; most: number; label: string; set: (value: number) => void }

/** What is no number stays as it was typed and is marked; the outline keeps what it had. */
function Degrees({ value, most, label, set }: DegreesProps) {
  const [isBad, setBad] = useState(false);
  return <input value={String(value)} inputMode="decimal" aria-label={label} aria-invalid={isBad || undefined}
    onChange={(event) => {
      const next = degreesOf(event.currentTarget.value, most);
      setBad(next === null);
      if (next !== null && next !== value) {
        set(next);
      }
    }} />;
}
