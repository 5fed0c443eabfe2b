// Time in journeys: the real program, told by its machine that it is another day. Nothing in the program knows.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = join(dirname(fileURLToPath(import.meta.url)), 'clock_shim.c');
let shim = '';

// The environment in which the wall clock of a program begins at `at`, for example '2027-03-01T09:30:00+01:00'.
export function environmentAt(at) {
  if (!shim) {
    shim = join(mkdtempSync(join(tmpdir(), 'dichtbij-klok-')), 'klok.so');
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, source]);
    process.on('exit', () => rmSync(dirname(shim), { recursive: true, force: true }));
  }
  const seconds = Math.floor(new Date(at).getTime() / 1000);
  // A sanitised program wants to be the first that is loaded; this one library may come before it.
  const asan = [process.env.ASAN_OPTIONS, 'verify_asan_link_order=0'].filter(Boolean).join(':');
  return { ...process.env, LD_PRELOAD: shim, KLOK_OP: String(seconds), ASAN_OPTIONS: asan };
}
