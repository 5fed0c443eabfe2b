// Time in journeys: the real program, told by its machine that it is another day. Nothing in the program knows.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = join(dirname(fileURLToPath(import.meta.url)), 'clock_shim.c');

// A clock that runs on from `at`, for example '2026-03-02T09:30:00+01:00', in every program with its `env`.
export class Clock {
  constructor(at) {
    this.folder = mkdtempSync(join(tmpdir(), 'dichtbij-klok-'));
    const shim = join(this.folder, 'klok.so');
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, source]);
    this.file = openSync(join(this.folder, 'klok'), 'w+');
    this.to(at);
    // A sanitised program wants to be the first that is loaded; this one library may come before it.
    const asan = [process.env.ASAN_OPTIONS, 'verify_asan_link_order=0'].filter(Boolean).join(':');
    this.env = { ...process.env, LD_PRELOAD: shim, KLOK: join(this.folder, 'klok'), ASAN_OPTIONS: asan };
  }

  // At once, for programs that run already too.
  to(at) {
    const ahead = Buffer.alloc(8);
    this.ahead = Math.floor((new Date(at).getTime() - Date.now()) / 1000);
    ahead.writeBigInt64LE(BigInt(this.ahead));
    writeSync(this.file, ahead, 0, 8, 0);
  }

  now() { return new Date(Date.now() + this.ahead * 1000); }

  later(minutes) { this.to(this.now().getTime() + minutes * 60000); }

  close() {
    closeSync(this.file);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
