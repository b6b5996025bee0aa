#!/usr/bin/env python3
"""Measures the program on documents with truth and holds the figures against committed floors.

    quality.py [--raise] [--lower SUITE.FIGURE --reason WORDS] [SUITE ...]

The documents and the yardstick stand beside the project, in ../shared; where they are absent this
says so and does nothing. floors.json holds, for each figure, the worst value that is let through,
and whether more or less of it is better. --raise moves every floor that is beaten up to the figure
measured, less a hundredth of what is left to gain. Only --lower moves one down, to the figure
measured, and writes the reason beside it. Python 3 standard library only.
"""
import argparse, json, math, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FLOORS = os.path.join(HERE, "floors.json")
ROOT = os.path.dirname(HERE)
YARDSTICK = os.path.join(ROOT, "..", "shared", "eval", "score.py")
PROGRAM = os.path.join(ROOT, ".build", "release", "presswork")


def measure(suites):
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [sys.executable, YARDSTICK, *suites, "--presswork", PROGRAM, "--json", file.name]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return json.load(open(file.name, encoding="utf-8"))


def room(value, floor):
    """A floor a hundredth of what is left to gain away from a value, cut to four digits."""
    if floor["better"] == "less":
        return math.ceil((value + value * 0.01) * 1e4) / 1e4
    return math.floor((value - (1 - value) * 0.01) * 1e4) / 1e4


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suites", nargs="*", default=["all"])
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower")
    parser.add_argument("--reason")
    a = parser.parse_args()
    if a.lower and not a.reason:
        parser.error("--lower takes a --reason")
    if not os.path.exists(YARDSTICK):
        print("quality: skipped, the documents with truth are not beside the project (../shared)")
        return 0
    floors = json.load(open(FLOORS, encoding="utf-8"))
    figures = measure(a.suites or ["all"])
    failed = 0
    print(f"{'figure':36} {'measured':>9} {'floor':>8} {'target':>8}")
    for name in sorted(floors):
        suite, figure = name.split(".", 1)
        if figure not in figures.get(suite, {}):
            continue
        floor, value = floors[name], figures[suite][figure]
        sign = -1 if floor["better"] == "less" else 1
        if name == a.lower:
            floor["floor"], floor["reason"] = value, a.reason
        elif a.lift and sign * (room(value, floor) - floor["floor"]) > 0:
            floor["floor"] = room(value, floor)
            floor.pop("reason", None)
        is_low = sign * (value - floor["floor"]) < 0
        failed += is_low
        target = floor.get("target")
        mark = "  BELOW ITS FLOOR" if is_low else ""
        if target is not None and sign * (value - target) < 0:
            mark += "  target not reached"
        shown = "" if target is None else f"{target:.3f}"
        print(f"{name:36} {value:9.4f} {floor['floor']:8.4f} {shown:>8}{mark}")
    if a.lift or a.lower:
        with open(FLOORS, "w", encoding="utf-8") as file:
            json.dump(floors, file, indent=2, sort_keys=True)
            file.write("\n")
    if failed:
        print(f"quality: {failed} figures are below their floors")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
