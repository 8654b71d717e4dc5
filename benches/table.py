#!/usr/bin/env python3
"""The table of targets in one run: what an editor waits for, against a server that does nothing and against a peer.

    benches/table.py --wiredesk target/release/wiredesk

Prints one Markdown table. Every figure is of this run, servers by turns, since machines differ and are shared: a target
that is a ratio holds anywhere, one in milliseconds only on a quiet machine. Needs Linux and Python 3.9, and the driver
`lsp_latency.py` with its inputs and its floors, which are no part of the project: `--tools` names their folder.

What is measured, and how:
  keystroke     a letter typed or taken away, until the findings of that version are here. p50 and p99 by nearest rank over
                the samples of all rounds; 600 and 5,000 words with slips in them.
  flatness      the same in copy without slips, in which no two paragraphs are alike, so that size is all that differs.
  structural    one edit that changes what is read of much of a megabyte: the median of several, each taken back again.
  flood         2,000 edits sent at once, until the findings of the last; and how many sets of findings came on the way.
  open          from didOpen to its findings.
  requests      p50 at 5,000 words; tokens are asked for as changes to those before, each time after a keystroke.
  start         from the start of the process to its answer to `initialize`.
  memory        resident, half a second after the findings of the document were there, copy with slips; nothing is taken
                off. Per byte: all of that divided by the bytes of the document.
  check         the process `wiredesk check` of one story, start to end; its floor is a process that does nothing.

The floor is `lsp_tower_null` (the framework, a rope and one fixed finding); under the table stands `lsp_sync_null`, which
does without the framework. A target that is kept says `aim` or `must`, one that is not says **no**.
"""
import argparse, contextlib, importlib.util, os, random, re, subprocess, sys, tempfile, time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parent.parent
OURS, FLOOR, PEER, SYNC = "ours", "floor", "typos-lsp", "sync"
WORDS = {"d600": "600 words", "d5000": "5,000 words", "d100k": "100 KB", "d1m": "1 MB", "d10m": "10 MB"}
FLOOD = 2000
# Between edits that make a server read much, so that none waits for what is left of the one before.
REST = 0.05
# Of a flood far fewer sets are to come than edits went: a tenth at the very most, and a hundredth is aimed at.
MOST_SETS, FEW_SETS = FLOOD // 10, FLOOD // 100


def say(what):
    print(what, file=sys.stderr, flush=True)


def parse():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--wiredesk", type=Path, default=ROOT / "target/release/wiredesk", help="the binary to be measured")
    a.add_argument("--tools", type=Path, default=ROOT.parent / "shared/tools/bench", help="folder of lsp_latency.py")
    a.add_argument("--seed", type=Path, help="the dispatch that inputs are made of (default: the one beside the tools)")
    a.add_argument("--floors", type=Path, default=ROOT / "target/floors", help="where floors are, or are to be built")
    a.add_argument("--typos-lsp", type=Path, help="the peer's binary; without it, its column is empty")
    a.add_argument("--quick", action="store_true", help="fewer samples: to see that all works, not to quote")
    a.add_argument("--only", nargs="+", choices=[measure.__name__ for measure in MEASURES], help="some of the measures")
    o = a.parse_args()
    o.seed = o.seed or o.tools / "../../data/seed/paris-talks.txt"
    for needed in (o.wiredesk, o.tools / "lsp_latency.py", o.seed):
        if not needed.exists():
            sys.exit(f"table.py: {needed} is not there")
    # How often each thing is done: rounds are fresh processes.
    o.rounds, o.edits, o.requests, o.starts, o.structural = (1, 60, 20, 5, 1) if o.quick else (3, 400, 100, 30, 3)
    # The peer reads all of a document at each key: it is given so many seconds, and floods of small documents alone.
    o.peer_budget, o.peer_floods = (2, ["d600"]) if o.quick else (8, ["d600", "d5000"])
    return o


def driver(tools):
    spec = importlib.util.spec_from_file_location("lsp_latency", tools / "lsp_latency.py")
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def floors(tools, folder):
    """The two floors, built where they are not yet."""
    names = ["lsp_tower_null", "lsp_sync_null"]
    paths = [folder / "release" / name for name in names]
    if not all(path.exists() for path in paths):
        say(f"building the floors in {folder}")
        bins = [arg for name in names for arg in ("--bin", name)]
        manifest = ["--manifest-path", str(tools / "floors/Cargo.toml"), "--target-dir", str(folder)]
        subprocess.run(["cargo", "build", "--release", "--locked", *bins, *manifest], check=True, stdout=sys.stderr)
    return paths


def inputs(o, folder):
    """Copy of every size, with slips in it and clean; no corpus."""
    for kind, more in (("slips", []), ("clean", ["--clean"])):
        make = [sys.executable, str(o.tools / "gen_inputs.py"), str(o.seed), "--files", "0", "--small", "0"]
        subprocess.run([*make, "--out", str(folder / kind), *more], check=True, stdout=subprocess.DEVNULL)
    return lambda kind, name: folder / kind / "inputs" / f"{name}.txt"


class Bench:
    """The servers by turns, with what was measured of each."""

    def __init__(self, o, lat, servers):
        self.o, self.lat, self.servers, self.errors = o, lat, servers, []

    def options(self, **more):
        plain = dict(lang="plaintext", ext="txt", init_for={}, config_for={}, encodings=["utf-16"], stderr=None,
                     timeout=30.0, mode="push", seed="1", burst=20, wide=False, pause=0.5, edits=0, settle=0.002,
                     budget=60, requests=0, flood=0, verify=False, diagnostics=None, flood_timeout=120, pace=0,
                     debounce=0)
        return SimpleNamespace(**{**plain, **more})

    def runs(self, jobs):
        """{document: {server: what the driver saw, all rounds together}} of jobs (path, edits, requests, flood)."""
        seen = {}
        for number in range(self.o.rounds):
            for path, edits, requests, flood in jobs:
                for server in self.servers:
                    say(f"{path.parent.parent.name}/{path.stem}, round {number + 1}: {server}")
                    of_all = seen.setdefault(path.stem, {}).setdefault(server, {})
                    for key, value in self.run(server, path, number, edits, requests, flood).items():
                        of_all.setdefault(key, []).extend(value if isinstance(value, list) else [value])
        return seen

    def run(self, server, path, number, edits, requests, flood):
        budget = 60
        if server == PEER:
            budget, flood = self.o.peer_budget, flood if path.stem in self.o.peer_floods else 0
        asked = self.options(edits=edits, requests=requests, flood=flood, budget=budget)
        run = self.lat.Run(asked, server, self.servers[server], str(path), number).r
        self.errors += [f"{server}, {path.stem}: {error}" for error in run["errors"]]
        if run["silent"]:
            self.errors.append(f"{server}, {path.stem}: {run['silent']} keystrokes without an answer")
        return run

    def pct(self, seen, key, q=50):
        """{server: the percentile `q` of the samples `key`}, where there are any."""
        found = {server: self.lat.pct(run.get(key), q) for server, run in seen.items()}
        return {server: value for server, value in found.items() if value is not None}

    @contextlib.contextmanager
    def session(self, server, text):
        """A document open in a fresh process of `server`."""
        session = None
        try:
            session = Session(self.lat, self.servers[server], text)
            yield session
        except (self.lat.Silent, self.lat.Dead) as error:
            self.errors.append(f"{server}: {type(error).__name__} {error}")
        finally:
            if session:
                session.close()


class Session:
    """What the driver has no run for: edits of our own, and tokens as changes."""

    def __init__(self, lat, command, text):
        class Server(lat.Server):
            def call(self, method, params, timeout=None):
                if method == "initialize":
                    tokens = params["capabilities"]["textDocument"]["semanticTokens"]
                    tokens["requests"]["full"] = dict(delta=True)
                return super().call(method, params, timeout)

        self.folder = tempfile.TemporaryDirectory(prefix="wiredesk_table_")
        self.server, self.lines, self.version = Server(command, self.folder.name), text.split("\n"), 1
        self.server.offer_pull = False
        self.start = self.server.initialize()
        self.uri = (Path(self.folder.name) / "doc.txt").as_uri()
        if text:
            document = dict(uri=self.uri, languageId="plaintext", version=1, text=text)
            self.wait("textDocument/didOpen", dict(textDocument=document))

    def wait(self, method, params):
        """Milliseconds from sending to the findings of the version that is sent."""
        message = self.server.frame(dict(jsonrpc="2.0", method=method, params=params))
        with self.server.cond:
            self.server.pubs.clear()
        sent = time.perf_counter_ns()
        self.server.raw(message)

        def findings():
            for at, uri, version, _ in self.server.pubs:
                if uri == self.uri and (version is None or version >= self.version):
                    return at
            return None

        return (self.server.wait(findings) - sent) / 1e6

    def edit(self, start, end, with_):
        """Puts `with_` for what stands from `start` to `end`, (line, column) each: the copy is ASCII where it is edited."""
        self.version += 1
        start, end = (dict(line=line, character=column) for line, column in (start, end))
        change = dict(range=dict(start=start, end=end), text=with_)
        return self.wait("textDocument/didChange", dict(
            textDocument=dict(uri=self.uri, version=self.version), contentChanges=[change]))

    def close(self):
        self.server.stop()
        self.folder.cleanup()


def keystrokes(bench, path, table):
    """Keys, floods and what can be asked, in copy with slips."""
    o = bench.o
    small, large = o.edits, o.edits // 4
    all_seen = bench.runs([(path("slips", "d600"), small, 0, FLOOD), (path("slips", "d5000"), small, o.requests, FLOOD),
                           *((path("slips", name), large, 0, FLOOD) for name in ("d100k", "d1m", "d10m"))])
    for name, seen in all_seen.items():
        where = WORDS[name]
        if name in ("d600", "d5000"):
            table.row("keys", f"keystroke p50, {where}", "x floor", 4, 1.5, bench.pct(seen, "key"))
            table.row("tails", f"keystroke p99, {where}", "x floor", 5, 2, bench.pct(seen, "key", 99))
        else:
            table.row("keys", f"keystroke p50, {where}, with slips", "ms", None, None, bench.pct(seen, "key"))
        table.row("floods", f"flood of 2,000 edits, {where}", "x floor", 4, 1.5, bench.pct(seen, "flood_ms"))
        table.row("floods", f"sets published in it, {where}", "sets", MOST_SETS, FEW_SETS,
                  bench.pct(seen, "flood_publishes"))
        if name == "d1m":
            table.row("open", "didOpen to findings, 1 MB", "ms", 80, 25, bench.pct(seen, "open"))
        if name == "d5000":
            for key, what in (("hover", "hover"), ("symbols", "outline"), ("fold", "folding"), ("action", "code action"),
                              ("complete", "completion")):
                table.row("asked", f"{what} p50, 5,000 words", "ms", 0.5, 0.15, bench.pct(seen, f"req_{key}"))
            table.row("asked", "all tokens p50, 5,000 words", "ms", None, None, bench.pct(seen, "req_tokens"))
        if name == "d600":
            table.row("memory", "memory, one story open", "MB", 15, 8, bench.pct(seen, "rss_open"))
        if name == "d10m":
            size = path("slips", name).stat().st_size / 2**20
            memory = {server: rss / size for server, rss in bench.pct(seen, "rss_open").items()}
            table.row("memory", "memory per byte, 10 MB open", "B", 12, 8, memory)


def flatness(bench, path, table):
    """Keys in clean copy: does size matter?"""
    o = bench.o
    few = o.edits if o.quick else o.edits // 2
    jobs = (("d600", o.edits), ("d1m", o.edits), ("d10m", few))
    seen = bench.runs([(path("clean", name), edits, 0, 0) for name, edits in jobs])
    small, large, largest = (bench.pct(seen[name], "key") for name in ("d600", "d1m", "d10m"))
    ratios = {server: large[server] / small[server] for server in large if server in small}
    table.row("flat", "keystroke p50, 1 MB against 4 KB", "x 4 KB", 2, 1.3, ratios)
    for name, values in (("4 KB", small), ("1 MB", large)):
        table.row("flat", f"keystroke p50, {name}, clean", "ms", None, None, values)
    table.row("flat", "keystroke p50, 10 MB, clean", "ms", 5, 0.5, largest)
    table.row("tails", "keystroke p99, 1 MB, clean", "x floor", 5, 2, bench.pct(seen["d1m"], "key", 99))


def first_naming(text):
    """Line and column behind the surname that speaks most, where it first stands with a first name."""
    speakers = Counter(re.findall(r"\b([A-Z][a-z]{2,}) (?:said|told|added)\b", text))
    namings = (re.search(rf"\b[A-Z][a-z]+ {name}\b", text) for name, _ in speakers.most_common())
    end = next(naming.end() for naming in namings if naming)
    return text.count("\n", 0, end), end - (text.rfind("\n", 0, end) + 1)


def structural(bench, path, table):
    """Edits after which much of a megabyte is read otherwise."""
    text, pasted = (path("slips", name).read_text(encoding="utf-8") for name in ("d1m", "d100k"))
    lines = text.split("\n")
    # The copy begins below a line for each code of its head.
    lead, middle, naming = (3, 0), (len(lines) // 2, 0), first_naming(text)
    block = "\n".join(pasted.split("\n")[3:-3]) + "\n"
    edits = {"a quotation opened in the first line": (lead, '"', (lead[0], 1)),
             "100 KB pasted": (middle, block, (middle[0] + block.count("\n"), 0)),
             "a surname changed where first named": (naming, "x", (naming[0], naming[1] + 1))}
    times = {what: {} for what in edits}
    for number in range(bench.o.rounds):
        for server in bench.servers:
            say(f"structural edits, round {number + 1}: {server}")
            with bench.session(server, text) as session:
                for what, (at, with_, end) in list(edits.items()) * bench.o.structural:
                    times[what].setdefault(server, []).append(session.edit(at, at, with_))
                    session.edit(at, end, "")
                    time.sleep(REST)
    for what, samples in times.items():
        table.row("structural", f"{what}, 1 MB", "ms", 100, 10,
                  {server: bench.lat.pct(values, 50) for server, values in samples.items()})


def tokens(bench, path, table):
    """Tokens as changes to those before, after each keystroke."""
    text, samples, rng = path("slips", "d5000").read_text(encoding="utf-8"), {}, random.Random("tokens")
    for _ in range(bench.o.rounds):
        with bench.session(OURS, text) as session:
            document, call = dict(uri=session.uri), session.server.call
            result = call("textDocument/semanticTokens/full", dict(textDocument=document))[1]
            for _ in range(bench.o.requests):
                line = rng.randrange(3, len(session.lines) - 3)
                session.edit((line, 0), (line, 0), rng.choice("etaoin"))
                asked = dict(textDocument=document, previousResultId=(result or {}).get("resultId", ""))
                sent = time.perf_counter_ns()
                at, result = call("textDocument/semanticTokens/full/delta", asked)
                samples.setdefault(OURS, []).append((at - sent) / 1e6)
                if not result:
                    bench.errors.append(f"{OURS}: no tokens as changes: {session.server.last_error}")
                    break
    table.row("asked", "tokens (delta) p50, 5,000 words", "ms", 0.5, 0.15,
              {server: bench.lat.pct(values, 50) for server, values in samples.items()})


def starts(bench, path, table):
    """Processes that begin: servers up to their first answer, and `check` to its end."""
    samples, checks = {}, {}
    for _ in range(bench.o.starts):
        for server in bench.servers:
            with bench.session(server, "") as session:
                samples.setdefault(server, []).append(session.start)
    table.row("start", "start to `initialize`", "ms", 20, 5,
              {server: bench.lat.pct(values, 50) for server, values in samples.items()})
    commands = {OURS: [*bench.servers[OURS][:1], "check", "--exit-zero", str(path("slips", "d600"))], FLOOR: ["/bin/true"]}
    quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    for _ in range(bench.o.starts * 2):
        for server, command in commands.items():
            start = time.perf_counter_ns()
            _, status = os.waitpid(os.posix_spawn(command[0], command, os.environ, file_actions=quiet), 0)
            checks.setdefault(server, []).append((time.perf_counter_ns() - start) / 1e6)
            if status:
                bench.errors.append(f"{' '.join(command)}: ended with {os.waitstatus_to_exitcode(status)}")
    table.row("start", "`check` of one story, a process", "ms", 8, 3,
              {server: bench.lat.pct(values, 50) for server, values in checks.items()})


MEASURES = (starts, keystrokes, flatness, structural, tokens)


class Table:
    """Rows in the order in which they are told, whatever was measured first."""

    ORDER = ("keys", "flat", "tails", "structural", "floods", "open", "asked", "start", "memory")

    def __init__(self):
        self.rows, self.sync = {kind: [] for kind in self.ORDER}, []

    def row(self, kind, what, unit, must, aim, values):
        """`values` by server. A target in `x floor` is told of ours against the floor's."""
        if SYNC in values and kind in ("keys", "floods") and unit != "sets":
            self.sync.append(f"{what} {plain(values[SYNC])} ms")
        ours, floor = values.get(OURS), values.get(FLOOR)
        held = ours / floor if unit == "x floor" and ours and floor else ours if unit != "x floor" else None
        told = "x 4 KB" if unit == "x 4 KB" else " ms" if unit == "x floor" else f" {unit}"
        shown = {server: plain(value) + told for server, value in values.items()}
        if unit == "x floor" and held:
            shown[OURS] += f" = {held:.2f}x"
        if must is None:
            holds, limits = "", ("", "")
        else:
            limits = tuple(f"{limit:g}{unit}" if unit.startswith("x") else f"{limit:g} {unit}" for limit in (must, aim))
            holds = "**no**" if held is None or held > must else "must" if held > aim else "aim"
        cells = [what, *limits, *(shown.get(server, "-") for server in (OURS, FLOOR, PEER)), holds]
        self.rows[kind].append("| " + " | ".join(cells) + " |")

    def __str__(self):
        head = ["| measure | must | aim | ours | floor | typos-lsp | holds |", "| --- |" + " ---: |" * 5 + " --- |"]
        return "\n".join(head + [row for kind in self.ORDER for row in self.rows[kind]])


def plain(value):
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def main():
    o = parse()
    lat = driver(o.tools)
    tower, sync = floors(o.tools, o.floors)
    servers = {OURS: o.wiredesk, FLOOR: tower, SYNC: sync, PEER: o.typos_lsp}
    bench = Bench(o, lat, {name: [str(path.resolve())] for name, path in servers.items() if path})
    # Where it may, the run goes before whatever else the machine does; the servers inherit that.
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, 0, -15)
    with tempfile.TemporaryDirectory(prefix="wiredesk_table_") as folder:
        path, table, begun = inputs(o, Path(folder)), Table(), time.monotonic()
        for measure in MEASURES:
            if not o.only or measure.__name__ in o.only:
                measure(bench, path, table)
        print(table)
    load = " ".join(f"{load:.1f}" for load in os.getloadavg())
    print(f"\n{o.rounds} rounds of {o.edits} keystrokes, in {time.monotonic() - begun:.0f} s; load {load}."
          + (" Quick: not to be quoted." if o.quick else ""))
    if table.sync:
        print("Without the framework: " + "; ".join(table.sync) + ".")
    for error in bench.errors:
        print(f"**{error}**")


if __name__ == "__main__":
    main()
