#!/usr/bin/env python3
"""ptybench - measure ANY terminal program from outside, through a pseudo-terminal.

    ptybench.py start  --expect TEXT [options] -- CMD ...     start-up to first painted frame, quit time, memory
    ptybench.py keys   --expect TEXT [options] -- CMD ...     key-to-paint latency, one key at a time
    ptybench.py burst  --expect TEXT [options] -- CMD ...     paste/typing burst: time until the last key is on screen
    ptybench.py steps  --expect TEXT --do KEYS --until TEXT ... -- CMD    scripted journey, each step timed
    ptybench.py idle   --expect TEXT [options] -- CMD ...     CPU and bytes written while nobody types

How it measures
  * A reader loop drains the pty master and stores (monotonic time, bytes); nothing is parsed while time matters.
    The chunks are replayed afterwards, one by one, into a pyte screen: an event's time is the time of the chunk
    after which the condition first holds on the SCREEN (cells, not substrings of the byte stream).
  * "paint" = the expected text / the typed character is on the emulated screen.
    "frame" = end of the synchronised update (CSI ? 2026 l) that carries it, or `paint` where the program uses none.
    "settle" = last byte before the output has been quiet for --settle ms.
  * Terminal queries are answered (DA1/DA2, DSR, DECRQM 2026, OSC 10/11, XTVERSION) so that programs which wait for a
    reply do not time out; --mute turns the replies off, --no-sync answers that mode 2026 is not there.
  * --vs 'CMD' runs a second command in turn (A B A B ...) and prints the ratio A/B of the paired runs.
    --floor measures the harness's own floor with a trivial child (raw-mode echo) in the same call.

Needs: Linux, Python >= 3.9, pyte.  Nothing else.  What it is used for here: README.md and run.py beside this file.
"""
from __future__ import annotations
import argparse, fcntl, gc, json, os, pty, random, re, select, shlex, signal, statistics, struct, subprocess, sys
import termios, time
import pyte

now = time.monotonic
CLK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")

# ------------------------------------------------------------------------------------------------ key notation
NAMED = {"esc": "\x1b", "enter": "\r", "tab": "\t", "space": " ", "bs": "\x7f", "del": "\x1b[3~", "up": "\x1b[A",
         "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~",
         "pgdn": "\x1b[6~", "s-tab": "\x1b[Z", "c-home": "\x1b[1;5H", "c-end": "\x1b[1;5F", "lt": "<",
         **{f"f{i}": s for i, s in enumerate(["\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[18~",
                                             "\x1b[19~", "\x1b[20~", "\x1b[21~", "\x1b[23~", "\x1b[24~"], 1)}}


def keys(s: str) -> list[bytes]:
    """'ab<enter><c-x>' -> [b'a', b'b', b'\\r', b'\\x18']; also <wait:250> (ms), left as b'\\0wait:250'."""
    out = []
    for m in re.finditer(r"<([a-z0-9:+-]+)>|(.)", s, re.S):
        name, ch = m.groups()
        if ch is not None:
            out.append(ch.encode())
        elif name.startswith("wait:"):
            out.append(b"\0" + name.encode())
        elif re.fullmatch(r"c-[a-z]", name):
            out.append(bytes([ord(name[-1]) & 31]))
        else:
            out.append(NAMED[name].encode())
    return out


# ------------------------------------------------------------------------------------------------ screen emulation
SEQ = re.compile(
    rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]"              # private CSI (kitty keyboard, modifyOtherKeys, DA2 ...)
    rb"|\x1b\[[0-?]*[ -/]+[@-~]"                  # CSI with intermediates (DECRQM, DECSCUSR ...)
    rb"|\x1b\[[0-?]*t"                            # window ops
    rb"|\x1b\[[0-9]*:[0-9:;]*m"                   # SGR with sub-parameters
    rb"|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC, DCS, APC, PM, SOS strings
    rb"|\x1b[=>]|\x1b\[\?[su]"
)
TAIL = re.compile(rb"(?:\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?|[ -/]*)?)$")  # an unfinished sequence


class Term:
    def __init__(self, rows, cols):
        self.screen = pyte.Screen(cols, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.carry = b""

    def feed(self, data: bytes):
        data = self.carry + data
        m = TAIL.search(data)
        self.carry = data[m.start():] if m else b""
        if self.carry:
            data = data[:m.start()]
            if len(self.carry) > 65536:
                self.carry = b""
        try:
            self.stream.feed(SEQ.sub(b"", data))
        except Exception:  # pyte stumbles over odd sequences; the screen stays usable
            self.stream = pyte.ByteStream(self.screen)

    def text(self):
        return "\n".join(self.screen.display)

    def cells(self):
        b = self.screen.buffer
        return {(y, x): c.data for y, row in list(b.items()) for x, c in list(row.items())}


class Want:
    """All texts / regexes that have to be on the screen at once (a leading '!' = must be absent)."""

    def __init__(self, texts, regexes=()):
        self.t = [t for t in texts if not t.startswith("!")]
        self.n = [t[1:] for t in texts if t.startswith("!")]
        self.r = [re.compile(r) for r in regexes]

    def __call__(self, term):
        s = term.text()
        return all(t in s for t in self.t) and not any(t in s for t in self.n) and all(r.search(s) for r in self.r)


# ------------------------------------------------------------------------------------------------ child on a pty
def tree(pid):
    kids, todo = [], [pid]
    while todo:
        p = todo.pop()
        kids.append(p)
        try:
            for t in os.listdir(f"/proc/{p}/task"):
                todo += [int(k) for k in open(f"/proc/{p}/task/{t}/children").read().split()]
        except (OSError, ValueError):
            pass
    return kids


def usage(pid):
    """(cpu seconds, peak RSS KiB of the largest process, current RSS KiB summed) of the live process tree"""
    cpu = peak = rss = 0
    for p in tree(pid):
        try:
            f = open(f"/proc/{p}/stat").read().rsplit(")", 1)[1].split()
            cpu += (int(f[11]) + int(f[12])) / CLK
            rss += int(f[21]) * PAGE // 1024
            m = re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{p}/status").read())
            peak = max(peak, int(m.group(1)) if m else 0)
        except (OSError, IndexError):
            pass
    return cpu, peak, rss


def cpu_ns(pid):
    """on-CPU time of every thread in the tree, in ns (schedstat: finer than the clock tick)"""
    tot = 0
    for p in tree(pid):
        try:
            for t in os.listdir(f"/proc/{p}/task"):
                tot += int(open(f"/proc/{p}/task/{t}/schedstat").read().split()[0])
        except (OSError, ValueError, IndexError):
            pass
    return tot


QUERIES = re.compile(rb"\x1b\[(?:0)?c|\x1b\[>0?c|\x1b\[[56]n|\x1b\[\?(\d+)\$p|\x1b\]1([01]);\?(?:\x07|\x1b\\)|\x1b\[>0?q|\x1b\[\?u")


class Child:
    def __init__(self, argv, o):
        self.o = o
        self.term = Term(o.rows, o.cols)
        self.chunks = []      # (time, bytes) not yet replayed
        self.log = []         # everything, for --raw
        self.eof = False
        self.nbytes = 0
        self.qtail = b""
        self.synced = False
        m, s = pty.openpty()
        fcntl.ioctl(s, termios.TIOCSWINSZ, struct.pack("HHHH", o.rows, o.cols, 0, 0))
        env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES", "TERM_PROGRAM")}
        env.update(TERM=o.term, COLORTERM=o.colorterm, LANG="C.UTF-8", LC_ALL="C.UTF-8")
        for kv in o.env:
            k, _, v = kv.partition("=")
            env[k] = v

        def ctty():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.fd = m
        self.t0 = now()
        self.p = subprocess.Popen(argv, stdin=s, stdout=s, stderr=s, env=env, cwd=o.cwd, preexec_fn=ctty, close_fds=True)
        os.close(s)
        os.set_blocking(m, False)

    def write(self, data: bytes):
        t = now()
        os.write(self.fd, data)
        return t

    def send(self, seq):
        """write a list of keys, honouring waits, --key-gap apart (programs that read escape sequences need it)"""
        t = now()
        for i, k in enumerate(seq):
            if k[:1] == b"\0":
                self.pump(float(k.split(b":")[1]) / 1e3, quiet=None)
                continue
            if i:
                self.pump(self.o.key_gap / 1e3, quiet=None)
            t = self.write(k)
        return t

    def reply(self, data):
        if self.o.mute:
            return
        buf = self.qtail + data
        out, end = b"", 0
        for m in QUERIES.finditer(buf):
            q, end = m.group(0), m.end()
            if q.endswith(b"$p"):
                out += b"\x1b[?%s;%d$y" % (m.group(1), (2 if m.group(1) == b"2026" and not self.o.no_sync else 0))
            elif q.endswith(b"c"):
                out += b"\x1b[>1;10;0c" if b">" in q else b"\x1b[?62;22c"
            elif q.endswith(b"n"):
                out += b"\x1b[0n" if b"5" in q else b"\x1b[1;1R"
            elif q[1:2] == b"]":
                out += b"\x1b]1%s;rgb:%s\x1b\\" % (m.group(2), b"eeee/eeee/eeee" if m.group(2) == b"0" else b"1010/1010/1010")
            elif q.endswith(b"q"):
                out += b"\x1bP>|ptybench 1\x1b\\"
        self.qtail = buf[max(end, len(buf) - 16):]
        if out:
            try:
                os.write(self.fd, out)
            except OSError:
                pass

    def pump(self, timeout, quiet=None, stop=None):
        """Read until `quiet` s pass without output, `stop(data)` says so, EOF, or `timeout` s. True if it ended quiet/stopped."""
        end = now() + timeout
        last = now()
        while True:
            t = now()
            w = end - t
            if quiet is not None:
                w = min(w, last + quiet - t)
            if w <= 0:
                return quiet is not None and t >= last + quiet
            r, _, _ = select.select([self.fd], [], [], w)
            if not r:
                continue
            try:
                d = os.read(self.fd, 65536)
            except BlockingIOError:
                continue
            except OSError:
                d = b""
            t = now()
            if not d:
                self.eof = True
                return True
            last = t
            self.chunks.append((t, d))
            self.nbytes += len(d)
            self.reply(d)
            if stop and stop(d):
                return True

    def replay(self, cond=None):
        """Feed the stored chunks; return (paint, frame, last) times; paint = first chunk after which cond holds."""
        paint = frame = last = None
        for t, d in self.chunks:
            self.term.feed(d)
            if self.o.raw:
                self.log.append((t - self.t0, d))
            last = t
            if b"\x1b[?2026h" in d:
                self.synced = True
            if cond and paint is None and cond(self.term):
                paint = t
            if paint is not None and frame is None and (b"\x1b[?2026l" in d or not self.synced):
                frame = t
        self.chunks = []
        return paint, frame or paint, last

    def until(self, want, timeout):
        """(paint, frame, settle) once `want` holds on the screen and the output is quiet, or None"""
        end = now() + timeout
        paint = frame = last = None
        if want(self.term) and not self.chunks:
            t = now()
            return t, t, t
        while now() < end:
            quiet = self.pump(min(0.4, max(0.01, end - now())), self.o.settle / 1e3)
            p, f, l = self.replay(want if paint is None else None)
            paint, frame, last = paint or p, frame or f, l or last
            if paint and (quiet or now() - paint > self.o.max_settle / 1e3):
                return paint, frame, last
            if self.eof:
                return (paint, frame, last) if paint else None
        return (paint, frame, last) if paint else None

    def close(self, quit_keys=()):
        """quit politely; returns seconds from the last quit key to exit (None if it had to be killed)"""
        took = None
        try:
            if quit_keys and self.p.poll() is None:
                t = self.send(quit_keys)
                end = t + self.o.quit_timeout
                while now() < end and not self.eof:
                    self.pump(0.25)
                try:
                    self.p.wait(max(0.05, end - now()))
                    took = now() - t
                except subprocess.TimeoutExpired:
                    pass
        finally:
            if self.p.poll() is None:
                try:
                    os.killpg(self.p.pid, signal.SIGKILL)
                except OSError:
                    self.p.kill()
                self.p.wait()
            os.close(self.fd)
        return took


# ------------------------------------------------------------------------------------------------ statistics
def pct(v, p):
    v = sorted(v)
    if not v:
        return float("nan")
    k = (len(v) - 1) * p / 100
    i = int(k)
    return v[i] + (v[min(i + 1, len(v) - 1)] - v[i]) * (k - i)


def summ(v, unit=1e3):
    v = [x * unit for x in v if x is not None]
    if not v:
        return None
    return {"n": len(v), "min": round(min(v), 3), "p50": round(pct(v, 50), 3), "p95": round(pct(v, 95), 3),
            "p99": round(pct(v, 99), 3), "max": round(max(v), 3),
            "mad": round(statistics.median(abs(x - pct(v, 50)) for x in v), 3)}


def show(label, s):
    if s:
        print(f"  {label:<26} p50 {s['p50']:>9.2f}  p95 {s['p95']:>9.2f}  p99 {s['p99']:>9.2f}  "
              f"min {s['min']:>9.2f}  max {s['max']:>9.2f}  mad {s['mad']:>7.2f}  n {s['n']}")


# ------------------------------------------------------------------------------------------------ modes
def one_start(argv, o):
    c = Child(argv, o)
    r = c.until(Want(o.expect, o.expect_re), o.timeout)
    if not r:
        scr, rc = c.term.text(), c.p.poll()
        c.close()
        raise SystemExit(f"ptybench: expected text never appeared ({'still running' if rc is None else f'exit status {rc}'}): {shlex.join(argv)}\n{scr}")
    cpu, peak, rss = usage(c.p.pid)
    cpu = max(cpu_ns(c.p.pid) / 1e9, cpu - 0.01)   # schedstat is finer; ticks also see ended threads
    d = {"paint": r[0] - c.t0, "frame": r[1] - c.t0, "settle": r[2] - c.t0, "cpu": cpu, "peak_mib": peak / 1024,
         "rss_mib": rss / 1024, "bytes": c.nbytes}
    if o.dump:
        open(o.dump, "w").write(c.term.text() + "\n")
    d["quit"] = c.close(keys(o.quit))
    return d


def mode_start(o, cmds):
    runs = [[] for _ in cmds]
    for i in range(o.warmup + o.n):
        for k, argv in enumerate(cmds):
            r = one_start(argv, o if k == 0 else o.alt)
            if i >= o.warmup:
                runs[k].append(r)
    out = []
    for argv, rr in zip(cmds, runs):
        s = {"cmd": shlex.join(argv)}
        for f in ("paint", "frame", "settle", "cpu", "quit"):
            s[f + "_ms"] = summ([r[f] for r in rr])
        for f in ("peak_mib", "rss_mib", "bytes"):
            s[f] = round(statistics.median(r[f] for r in rr), 1)
        out.append(s)
        print(s["cmd"])
        for f in ("paint", "frame", "settle", "cpu", "quit"):
            show(f + " ms", s[f + "_ms"])
        print(f"  peak {s['peak_mib']} MiB   rss {s['rss_mib']} MiB   bytes painted {s['bytes']:.0f}")
    if len(cmds) == 2:
        for f in ("paint", "settle"):
            q = summ([a[f] / b[f] for a, b in zip(*runs)], 1)
            print(f"ratio A/B {f}: median {q['p50']}  (min {q['min']} max {q['max']})")
            out[0]["ratio_" + f] = q
    return out


def measure_keys(c, o, n):
    """n keys, one at a time, each after the screen has gone quiet; the key's own character has to show up in a cell."""
    alphabet = o.alphabet
    prep = keys(o.line_keys)
    lat, frm, stl, cpu, lost, out = [], [], [], [], 0, []
    for i in range(n):
        if o.line_every and i and i % o.line_every == 0:
            c.send(prep)
            c.pump(1, o.settle / 1e3)
            c.replay()
        c.pump(o.max_settle / 1e3, o.settle / 1e3)         # quiet first
        c.pump(random.uniform(0, o.jitter) / 1e3)           # then a random phase, against frame timers
        c.replay()
        ch = alphabet[i % len(alphabet)]
        before = c.term.cells()

        def painted(term, ch=ch, before=before):
            b = term.screen.buffer
            for y in list(b):
                for x, cell in list(b[y].items()):
                    if cell.data == ch and before.get((y, x)) != ch:
                        return True
            return False

        n0, c0 = c.nbytes, cpu_ns(c.p.pid)
        t0 = c.write(ch.encode())
        end = t0 + o.key_timeout
        p = f = l = None
        while now() < end and not c.eof:
            # wait for output at all, then for quiet; only then look at the cells
            c.pump(max(0.0, end - now()), None if not c.chunks and p is None else o.settle / 1e3, stop=(lambda d: True) if not c.chunks and p is None else None)
            if p is None and c.chunks:
                c.pump(min(0.4, max(0.0, end - now())), o.settle / 1e3)
            a, b_, l_ = c.replay(painted if p is None else None)
            p, f, l = p or a, f or b_, l_ or l
            if p:
                break
        cpu.append((cpu_ns(c.p.pid) - c0) / 1e9)
        out.append(c.nbytes - n0)
        if p is None:
            lost += 1
            if lost > 5 and lost > n // 10:
                raise SystemExit("ptybench: typed characters do not show up on the screen\n" + c.term.text())
            continue
        lat.append(p - t0); frm.append(f - t0); stl.append(l - t0)
    return lat, frm, stl, cpu, lost, out


def start_child(argv, o):
    c = Child(argv, o)
    r = c.until(Want(o.expect, o.expect_re), o.timeout)
    if not r:
        scr, rc = c.term.text(), c.p.poll()
        c.close()
        raise SystemExit(f"ptybench: expected text never appeared ({'still running' if rc is None else f'exit status {rc}'}): {shlex.join(argv)}\n{scr}")
    if o.pre:
        c.send(keys(o.pre))
        c.pump(2, max(0.15, o.settle / 1e3))
        c.replay()
    if o.pre_expect:
        if not c.until(Want(o.pre_expect), o.timeout):
            scr = c.term.text()
            c.close()
            raise SystemExit("ptybench: text expected after --pre never appeared\n" + scr)
    return c


def mode_keys(o, cmds):
    acc = [[[], [], [], [], 0, []] for _ in cmds]
    blocks = o.blocks
    for b in range(blocks):
        for k, argv in enumerate(cmds):
            oo = o if k == 0 else o.alt
            c = start_child(argv, oo)
            try:
                measure_keys(c, oo, min(10, oo.n))            # warm-up keys, not counted
                r = measure_keys(c, oo, max(1, oo.n // blocks))
                if oo.dump:
                    open(oo.dump, "w").write(c.term.text() + "\n")
                rss = usage(c.p.pid)[2]
            finally:
                c.close(keys(oo.quit))
            for j in (0, 1, 2, 3, 5):
                acc[k][j] += r[j]
            acc[k][4] += r[4]
    out = []
    for argv, a in zip(cmds, acc):
        s = {"cmd": shlex.join(argv), "paint_ms": summ(a[0]), "frame_ms": summ(a[1]), "settle_ms": summ(a[2]),
             "cpu_ms": summ(a[3]), "lost": a[4], "bytes_per_key": statistics.median(a[5]) if a[5] else 0, "rss_mib": rss / 1024}
        out.append(s)
        print(s["cmd"])
        for f in ("paint", "frame", "settle", "cpu"):
            show(f + " ms", s[f + "_ms"])
        print(f"  lost keys {s['lost']}   bytes/key {s['bytes_per_key']:.0f}")
    if len(cmds) == 2:
        for q in ("p50", "p95", "p99"):
            print(f"ratio A/B paint {q}: {out[0]['paint_ms'][q] / out[1]['paint_ms'][q]:.2f}")
    return out


def mode_burst(o, cmds):
    """type --n characters back to back (a fast typist's or a paste's worst case) and wait for the last one"""
    res = []
    for argv in cmds:
        v = []
        for _ in range(o.blocks):
            c = start_child(argv, o)
            text = "".join(random.choice("abcdefghij ") for _ in range(o.n)) + "ZQZ"
            c.pump(1, o.settle / 1e3); c.replay()
            t0 = now()
            data = text.encode()
            while data:
                try:
                    k = os.write(c.fd, data[:256]); data = data[k:]
                except BlockingIOError:
                    pass
                c.pump(0.0005)
            r = c.until(Want(["ZQZ"]), o.timeout)
            v.append(r[0] - t0 if r else None)
            c.close(keys(o.quit))
        s = {"cmd": shlex.join(argv), "burst_ms": summ(v), "chars": o.n}
        res.append(s)
        print(s["cmd"]); show(f"{o.n} chars burst ms", s["burst_ms"])
    return res


def mode_steps(o, cmds):
    if len(o.do) != len(o.until):
        raise SystemExit("ptybench steps: one --until for each --do")
    acc = [[[] for _ in o.do] for _ in cmds]
    firsts = [[] for _ in cmds]
    peaks = [[] for _ in cmds]
    for i in range(o.warmup + o.n):
        for k, argv in enumerate(cmds):
            c = Child(argv, o)
            r = c.until(Want(o.expect, o.expect_re), o.timeout)
            if not r:
                scr = c.term.text(); c.close()
                raise SystemExit("ptybench: first screen never appeared\n" + scr)
            got = [r[0] - c.t0]
            for do, want in zip(o.do, o.until):
                c.pump(2, o.settle / 1e3); c.replay()
                t = c.send(keys(do))
                r = c.until(Want(want.split("&&")), o.timeout)
                if not r:
                    scr = c.term.text(); c.close()
                    raise SystemExit(f"ptybench: after {do!r}: {want!r} never appeared\n" + scr)
                got.append(r[0] - t)
            peak = usage(c.p.pid)[1]
            if o.dump:
                open(o.dump, "w").write(c.term.text() + "\n")
            c.close(keys(o.quit))
            if i >= o.warmup:
                firsts[k].append(got[0]); peaks[k].append(peak / 1024)
                for j, g in enumerate(got[1:]):
                    acc[k][j].append(g)
    out = []
    for k, argv in enumerate(cmds):
        s = {"cmd": shlex.join(argv), "first_ms": summ(firsts[k]), "peak_mib": statistics.median(peaks[k]),
             "steps": [{"do": d, "until": u, "ms": summ(v)} for d, u, v in zip(o.do, o.until, acc[k])]}
        out.append(s)
        print(s["cmd"]); show("first screen ms", s["first_ms"])
        for st in s["steps"]:
            show(f"{st['do'][:24]} ms", st["ms"])
        print(f"  peak {s['peak_mib']:.1f} MiB")
    return out


def mode_idle(o, cmds):
    out = []
    for argv in cmds:
        c = start_child(argv, o)
        c.pump(2, 0.2); c.replay()
        n0, c0, t0 = c.nbytes, cpu_ns(c.p.pid), now()
        c.pump(o.seconds)
        dt = now() - t0
        s = {"cmd": shlex.join(argv), "cpu_pct": round((cpu_ns(c.p.pid) - c0) / 1e7 / dt, 3), "bytes_per_s": round((c.nbytes - n0) / dt, 1),
             "rss_mib": round(usage(c.p.pid)[2] / 1024, 1)}
        c.close(keys(o.quit))
        out.append(s); print(s)
    return out


FLOOR = "import os,termios,tty\ntty.setraw(0)\nos.write(1,b'READY')\nwhile 1:\n d=os.read(0,64)\n if d==b'\\x11': break\n os.write(1,d)\n"


def main():
    av = sys.argv[1:]
    cmd = []
    if "--" in av:
        i = av.index("--")
        av, cmd = av[:i], av[i + 1:]
    P = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    P.add_argument("mode", choices=["start", "keys", "burst", "steps", "idle"])
    P.add_argument("--expect", action="append", default=[], help="text on the first full screen (repeat; '!x' = x absent)")
    P.add_argument("--expect-re", action="append", default=[])
    P.add_argument("--vs", help="second command (one string), run in turn with the first")
    P.add_argument("--vs-expect", action="append", help="its --expect (default: the same)")
    P.add_argument("--vs-quit"); P.add_argument("--vs-pre"); P.add_argument("--vs-line-keys")
    P.add_argument("--quit", default="<c-q>", help="keys that end the program")
    P.add_argument("--pre", default="", help="keys before measuring (focus a field, enter insert mode)")
    P.add_argument("--pre-expect", action="append", default=[])
    P.add_argument("--do", action="append", default=[]); P.add_argument("--until", action="append", default=[])
    P.add_argument("-n", type=int, default=10, help="runs (start, steps) or keys (keys) or characters (burst)")
    P.add_argument("--blocks", type=int, default=3, help="keys/burst: restart the program this many times")
    P.add_argument("--warmup", type=int, default=1)
    P.add_argument("--alphabet", default="qxzjkvwy", help="keys typed in turn; rare letters keep the detection unambiguous")
    P.add_argument("--line-every", type=int, default=0, help="after so many keys send --line-keys, unmeasured")
    P.add_argument("--line-keys", default="<enter>")
    P.add_argument("--settle", type=float, default=40, help="ms without output that count as quiet")
    P.add_argument("--max-settle", type=float, default=1500)
    P.add_argument("--jitter", type=float, default=20, help="ms, random pause before each key")
    P.add_argument("--key-gap", type=float, default=15)
    P.add_argument("--key-timeout", type=float, default=5)
    P.add_argument("--quit-timeout", type=float, default=5)
    P.add_argument("--timeout", type=float, default=60)
    P.add_argument("--seconds", type=float, default=10)
    P.add_argument("--rows", type=int, default=24); P.add_argument("--cols", type=int, default=80)
    P.add_argument("--term", default="xterm-256color"); P.add_argument("--colorterm", default="truecolor")
    P.add_argument("--env", action="append", default=[]); P.add_argument("--cwd")
    P.add_argument("--mute", action="store_true"); P.add_argument("--no-sync", action="store_true")
    P.add_argument("--dump", help="write the last screen's text here"); P.add_argument("--raw", action="store_true")
    P.add_argument("--json", help="append one JSON line per command here"); P.add_argument("--label", default="")
    P.add_argument("--floor", action="store_true", help="use a trivial raw-echo child as B")
    o = P.parse_args(av)
    if not cmd:
        P.error("no command: put it after --")
    cmds = [cmd]
    alt = argparse.Namespace(**vars(o))
    if o.floor:
        cmds.append([sys.executable, "-S", "-E", "-c", FLOOR])
        alt.expect, alt.expect_re, alt.quit, alt.pre, alt.pre_expect, alt.line_every = ["READY"], [], "<c-q>", "", [], 0
    elif o.vs:
        cmds.append(shlex.split(o.vs))
        if o.vs_expect: alt.expect, alt.expect_re = o.vs_expect, []
        if o.vs_quit is not None: alt.quit = o.vs_quit
        if o.vs_pre is not None: alt.pre = o.vs_pre
        if o.vs_line_keys is not None: alt.line_keys = o.vs_line_keys
    o.alt = alt
    alt.alt = alt
    gc.disable()
    out = {"start": mode_start, "keys": mode_keys, "burst": mode_burst, "steps": mode_steps, "idle": mode_idle}[o.mode](o, cmds)
    if o.json:
        with open(o.json, "a") as f:
            for s in out:
                f.write(json.dumps({"mode": o.mode, "label": o.label, **s}) + "\n")


if __name__ == "__main__":
    main()
