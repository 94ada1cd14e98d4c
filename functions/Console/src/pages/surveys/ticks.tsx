// Whom a questionnaire asks, as a list of ticks: none ticked asks all.
import { useState } from 'preact/hooks';

interface TickProps {
  id: string; name: string; value: string; text: string; isOn: boolean; set: (isOn: boolean) => void;
}

export const Tick = ({ id, name, value, text, isOn, set }: TickProps) => <label class="option">
  <input type="checkbox" id={`${id}-${name}-${value}`} name={name} value={value} checked={isOn}
    onChange={(event) => set(event.currentTarget.checked)} /> {text}</label>;

interface Props {
  id: string; name: string; legend: string; given: string[]; of: [value: string, text: string][];
  /** What the number of ticks means. */
  says: (ticked: number) => string;
}

export function Ticks({ id, name, legend, given, of, says }: Props) {
  const [on, setOn] = useState(() => new Set(given));
  const set = (value: string, isOn: boolean) => {
    const next = new Set(on);
    if (isOn) {
      next.add(value);
    } else {
      next.delete(value);
    }
    setOn(next);
  };
  return <fieldset class="ticks"><legend>{legend}</legend>
    <p class="tiny">{says(on.size)}</p>
    <div class="options scroll">{of.map(([value, text]) => <Tick key={value} id={id} name={name} value={value}
      text={text} isOn={on.has(value)} set={(isOn) => set(value, isOn)} />)}</div>
  </fieldset>;
}
