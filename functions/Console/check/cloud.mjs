// The local cloud with the story's data, on free ports.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const PATIENCE = 10 * 60_000;

/** Its address once it is up, and how to end it. */
export async function startCloud(root, folder) {
  const program = ['Debug', 'Release'].map((kind) => join(root, 'infra/local/bin', kind, 'net10.0/Kinerja.Local.dll'))
    .find(existsSync);
  if (!program) {
    throw new Error('infra/local is not built: dotnet build infra/local');
  }
  const cloud = spawn('dotnet', [program, '--port', '0', '--folder', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => { cloud.once('exit', resolve); });
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The local cloud is not up:\n${said}`)), PATIENCE);
    const hear = (text) => {
      said += text;
      if (said.includes('Up until Ctrl+C')) {
        clearTimeout(late);
        resolve(/Function app\s+(http:\/\/[\d.]+:\d+)/.exec(said)[1]);
      }
    };
    cloud.stdout.setEncoding('utf8').on('data', hear);
    cloud.stderr.setEncoding('utf8').on('data', hear);
    void ended.then((code) => {
      clearTimeout(late);
      reject(new Error(`The local cloud ended with ${code}:\n${said}`));
    });
  }).catch((fault) => {
    cloud.kill('SIGTERM');
    throw fault;
  });
  return {
    address,
    stop: async () => {
      cloud.kill('SIGTERM');
      await ended;
    },
  };
}
