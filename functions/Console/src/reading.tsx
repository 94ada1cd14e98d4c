// Says that what somebody chose is being read, and that it is there: until then what was chosen before stands here.
import { useEffect, useState } from 'preact/hooks';
import { t } from './words';

let under = 0;
let tell = (_: boolean) => { /* until the page is there */ };

/** Begins a reading, and gives how to end it. */
export function beginReading() {
  under++;
  tell(true);
  return () => {
    under--;
    if (under === 0) {
      tell(false);
    }
  };
}

/** Seen only while it lasts. */
export function Reading() {
  const [isUnder, setUnder] = useState<boolean | null>(null);
  useEffect(() => { tell = setUnder; }, []);
  return <div role="status" class={isUnder ? 'reading' : 'vh'}>
    {isUnder !== null && <p>{t(isUnder ? 'loading' : 'loaded')}</p>}</div>;
}
