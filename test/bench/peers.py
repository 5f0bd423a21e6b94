# Peers in Python: python3 peers.py <pandas|polars> <file> <repeats>. Prints the same line as measure.mjs, or says why it cannot.
import json
import resource
import sys
import time

began = time.perf_counter()
name, path, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
try:
    library = __import__(name)
except ImportError:
    sys.exit(f'python3 has no {name}')


def pandas(path):
    read = {'csv': lambda file: library.read_csv(file, on_bad_lines='skip'), 'jsonl': lambda file: library.read_json(file, lines=True), 'parquet': library.read_parquet}[path.rsplit('.', 1)[1]]
    frame = read(path)
    frame.describe(include='all')
    # What the profile tells of every column; `describe` counts different values of texts only.
    frame.isna().sum()
    frame.nunique()
    return frame.shape


def polars(path):
    read = {'csv': lambda file: library.read_csv(file, null_values=['', 'NA'], infer_schema_length=10000, truncate_ragged_lines=True), 'jsonl': library.read_ndjson, 'parquet': library.read_parquet}[path.rsplit('.', 1)[1]]
    frame = read(path)
    frame.describe()
    return frame.shape


run = {'pandas': pandas, 'polars': polars}[name]
cpu, wall = [], []
shape = run(path)
first = (time.perf_counter() - began) * 1000
for _ in range(repeats):
    before, start = time.process_time(), time.perf_counter()
    shape = run(path)
    wall.append((time.perf_counter() - start) * 1000)
    cpu.append((time.process_time() - before) * 1000)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == 'darwin' else 1024)
print(json.dumps({'first': first, 'cpu': cpu, 'wall': wall, 'peakMiB': peak, 'answer': {'version': library.__version__, 'rows': shape[0], 'columns': shape[1]}}))
