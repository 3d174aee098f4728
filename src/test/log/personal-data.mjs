// Fails the build when the log of its tests shows anybody's phone or id number: node personal-data.mjs fresh | check
import { existsSync, readFileSync, rmSync } from "node:fs";

const LOG = "target/test-run.log";
const MOBILE = /(?<![\dA-Za-z-])(?:\+?86)?1[3-9]\d{9}(?![\dA-Za-z-])/g;
const LANDLINE = /\+86\d{9,11}(?!\d)/g;
const ID_NUMBER = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;

/** The last character of a Chinese id number follows from the others; long numbers of payments rarely obey. */
function isIdNumber(text) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  const born = text.slice(6, 14);
  return /^(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(born) && "10X98765432"[sum % 11] === text[17].toUpperCase();
}

function personal(line) {
  return new Set([
    ...(line.match(MOBILE) ?? []),
    ...(line.match(LANDLINE) ?? []),
    ...(line.match(ID_NUMBER) ?? []).filter(isIdNumber),
  ]);
}

function fail(message) {
  console.error(`personal data: ${message}`);
  process.exit(1);
}

function check() {
  for (const seeded of ["13800138000", "+8613900139000", "+861084720000", "110101198805053411"]) {
    if (personal(`phone=${seeded},`).size === 0) {
      fail(`this check would not notice ${seeded}`);
    }
  }
  if (!existsSync(LOG) || readFileSync(LOG).length === 0) {
    fail(`${LOG} is missing or empty, so nothing is proved; do the tests still write it?`);
  }
  const lines = readFileSync(LOG, "utf8").split("\n");
  const found = lines.flatMap((line, i) => [...personal(line)].map((number) => ({ at: i + 1, number, line })));
  if (found.length > 0) {
    const shown = found.slice(0, 20).map((f) => `  ${LOG}:${f.at} ${f.number}  ${f.line.slice(0, 200)}`);
    fail(`the log shows phone or id numbers in ${found.length} places:\n${shown.join("\n")}`);
  }
  console.log(`personal data: none in ${lines.length} lines of the log`);
}

if (process.argv[2] === "fresh") {
  rmSync(LOG, { force: true });
} else {
  check();
}
