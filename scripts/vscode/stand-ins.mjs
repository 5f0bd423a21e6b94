// What VS Code's server needs beside plain JavaScript, without a compiler:
// - @parcel/watcher (files changed on disk): its prebuilt sub-package came with npm ci.
// - @vscode/ripgrep (Find in Files, findFiles, workspaceContains): 1.139 brings the program; 1.100 gets the one of ripgrep-universal.
// - node-pty (the terminal): 1.139 brings a prebuild; 1.100 gets the same package.
// - @vscode/spdlog (log files): replaced by the few lines of JavaScript below, because failing tests show the log.
// - native-watchdog, @vscode/deviceid, kerberos, @vscode/windows-*, @vscode/sqlite3, @vscode/fs-copyfile, ssh2: left unbuilt;
//   VS Code loads each of them late, catches the failure and goes on.
import { chmod, cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** @param {{ folder: string, vscode: string }} place where one VS Code is installed */
export async function standIns({ folder, vscode }) {
  const modules = join(vscode, 'node_modules');
  await writeFile(join(modules, '@vscode', 'spdlog', 'index.js'), spdlog);
  await ripgrep(join(folder, 'node_modules'), modules);
  await terminal(join(folder, 'node_modules'), modules);
  // Parts of the workbench ask for their modules under the name of the packed archive of desktop builds.
  await rm(join(vscode, 'node_modules.asar'), { force: true, recursive: true });
  await symlink('node_modules', join(vscode, 'node_modules.asar'));
}

async function ripgrep(ours, modules) {
  const wanted = join(modules, '@vscode', 'ripgrep');
  if (!existsSync(wanted)) return;
  const program = join(wanted, 'bin', 'rg');
  await mkdir(join(wanted, 'bin'), { recursive: true });
  await cp(join(ours, '@vscode', 'ripgrep-universal', 'bin', `${process.platform}-${process.arch}`, 'rg'), program);
  await chmod(program, 0o755);
}

async function terminal(ours, modules) {
  const prebuilt = join(ours, 'node-pty');
  if (!existsSync(prebuilt)) return;
  await rm(join(modules, 'node-pty'), { recursive: true, force: true });
  await cp(prebuilt, join(modules, 'node-pty'), { recursive: true });
}

const spdlog = `'use strict';
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(kind, name, file) {
    this.file = file;
    this.level = 2;
    this.plain = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    levels.forEach((word, level) => {
      const write = message => this.write(level, word, message);
      this[word] = write;
      if (word === 'warning') this.warn = write;
    });
  }
  write(level, word, message) {
    if (level < this.level) return;
    const line = this.plain ? message : new Date().toISOString() + ' [' + word + '] ' + message + '\\n';
    try { fs.appendFileSync(this.file, line); } catch { /* The folder is gone: the server is being stopped. */ }
  }
  setLevel(level) { this.level = level; }
  getLevel() { return this.level; }
  clearFormatters() { this.plain = true; }
  setPattern() {}
  flush() {}
  drop() {}
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`;
