"""What was found, a line per sentence, and counted."""


class Report:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def check(self, sentence, problems):
        self.failed += bool(problems)
        self.passed += not problems
        print(f"{'FAIL' if problems else 'ok  '} {sentence}", flush=True)
        for problem in problems[:10]:
            print(f"     {problem}")
        if len(problems) > 10:
            print(f"     and {len(problems) - 10} more")

    def skip(self, sentence, reason):
        self.skipped += 1
        print(f"skip {sentence}: {reason}", flush=True)
