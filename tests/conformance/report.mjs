// What was found: a line for each sentence, and counted.
export class Report {
  passed = 0;
  failed = 0;
  skipped = 0;

  check(sentence, problems) {
    if (problems.length) this.failed += 1;
    else this.passed += 1;
    console.log(`${problems.length ? 'FAIL' : 'ok  '} ${sentence}`);
    for (const problem of problems.slice(0, 10)) console.log(`     ${problem}`);
    if (problems.length > 10) console.log(`     and ${problems.length - 10} more`);
  }

  skip(sentence, reason) {
    this.skipped += 1;
    console.log(`skip ${sentence}: ${reason}`);
  }
}
