// The system's Chromium: found, or installed where that is allowed.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const found = () => [process.env.KINERJA_CHROMIUM, ...PLACES].find((path) => path && existsSync(path));

/** Only in CI, as root, where there is apt. */
function install() {
  if (!process.env.CI || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return;
  }
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
  } catch (fault) {
    console.log(`Chromium could not be installed: ${fault.message}`);
  }
}

/** A running browser, or null when there is none to be had. */
export async function findBrowser() {
  if (!found()) {
    install();
  }
  const executablePath = found();
  return executablePath ? await chromium.launch({ executablePath, args: ['--no-sandbox'] }) : null;
}
