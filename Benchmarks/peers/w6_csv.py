"""W6: rows of a whole number and three numbers by Python's csv module. usage: w6_csv.py ROWS"""
import csv, os, random, sys, time
rows = int(sys.argv[1])
random.seed(1)
with open(os.devnull, "w", newline="") as out:
    writer = csv.writer(out)
    t0 = time.perf_counter()
    for row in range(rows):
        writer.writerow((row, random.random(), 1e3 * random.random(), 1e6 * random.random()))
    dt = time.perf_counter() - t0
print(f"python-csv rows={rows} wall={dt:.3f} ns/row={1e9 * dt / rows:.1f}")
