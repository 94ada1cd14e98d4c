// What a screen reader says badly and axe-core does not look for. Each was heard with Orca before it was mended.

/** Runs in the page: words of two lines in one breath, symbols that are said by their names, what cannot be read. */
function told() {
  const faults = [];
  const isHidden = (element) => element.closest('[aria-hidden=true], [hidden], svg') !== null;
  const styleOf = (element, part) => getComputedStyle(element, part);
  const texts = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
      const { data, parentElement } = walk.currentNode;
      if (data !== '' && !isHidden(parentElement) && parentElement.checkVisibility()) {
        found.push(walk.currentNode);
      }
    }
    return found;
  };
  // A block drops the spaces at its ends, and nothing is said instead of them.
  const said = ({ data, parentElement }) => styleOf(parentElement).display === 'inline'
    || styleOf(parentElement).whiteSpace.startsWith('pre') ? data : data.trim();
  /** Whether something is said before the text by the style of an element that begins with it. */
  const isParted = (text, before) => {
    for (let one = text.parentElement; one && !one.contains(before); one = one.parentElement) {
      if (styleOf(one, '::before').content !== 'none') {
        return true;
      }
    }
    return false;
  };
  for (const one of document.querySelectorAll('main :is(a, button, summary, label, h1, h2, h3, th, td, dt, dd)')) {
    const all = texts(one);
    all.slice(1).forEach((text, at) => {
      const before = all[at];
      const control = (of) => of.parentElement.closest('a, button, summary');
      if (before.parentElement !== text.parentElement && control(before) === control(text)
        && /[\p{L}\p{N}.]$/u.test(said(before)) && /^[\p{L}\p{N}]/u.test(said(text)) && !isParted(text, before)) {
        faults.push(`said in one breath: ${before.data.trim()}${text.data.trim()}`);
      }
    });
  }
  for (const text of texts(document.querySelector('main'))) {
    if (/[·←→↑↓]/.test(text.data)
      && !text.parentElement.closest('pre, code, textarea, q, [aria-label], [contenteditable]')) {
      faults.push(`a symbol is said by its name: ${text.data.trim()}`);
    }
  }
  // What a live region holds is read where it stands only if it is an element of its own.
  for (const one of document.querySelectorAll('main [role=status]')) {
    if ([...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '')) {
      faults.push(`a status that is not read where it stands: ${one.innerText}`);
    }
  }
  return [...new Set(faults)];
}

/** The faults of the page as it is told now. */
export const heard = (page) => page.evaluate(told);

/** Acts, and says whether the focus was lost by it: then one goes on at the top of the page, or where a link led. */
export async function keepsFocus(page, act) {
  await page.evaluate(() => {
    window.hadFocus = document.activeElement !== document.body;
    addEventListener('focusin', () => { window.hadFocus = true; }, { once: true });
  });
  await act(page);
  await page.waitForTimeout(100);
  // What was loaded anew knows of no focus before.
  return await page.evaluate(() => window.hadFocus && document.activeElement === document.body
    && document.querySelector(':target') === null) ? ['the focus is lost'] : [];
}
