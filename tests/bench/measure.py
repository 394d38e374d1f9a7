"""Times whole processes: measure.py BUILD_FOLDER RUNS. Called by run.sh."""
import glob
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = [(10, 14), (1250, 1250), (2500, 2500), (5000, 5000), (10000, 10000)]


def timed(command):
    """Wall seconds of one run of a command that must succeed."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak_mib(command):
    """Peak memory of one run, by a child whose only child is the command."""
    code = ('import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, '
            'stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)')
    out = subprocess.run([sys.executable, '-c', code, *command], check=True, capture_output=True, text=True).stdout
    return int(out) / 1024


def main():
    build, runs = sys.argv[1], int(sys.argv[2])
    print(f'{"risker":>7} {"aktiviteter":>11} {"median ms":>10} {"minst ms":>9} {"golv ms":>8} {"MiB":>6}')
    with tempfile.TemporaryDirectory() as scratch:
        for risks, activities in SIZES:
            folder, out = os.path.join(scratch, f'in{risks}'), os.path.join(scratch, f'ut{risks}')
            subprocess.run([sys.executable, os.path.join(HERE, 'make_workbooks.py'), str(risks), str(activities), folder],
                           check=True)
            job = [os.path.join(build, 'genomgang'), 'skapa', folder, '--ut', out, '--skriv-over']
            timed(job)
            documents = sorted(glob.glob(os.path.join(out, '*')))
            floor = [os.path.join(build, 'bench_floor'), folder, *documents]
            # In turn, so that both meet the same machine.
            pairs = [(timed(job), timed(floor)) for _ in range(runs)]
            jobs, floors = zip(*pairs)
            print(f'{risks:>7} {activities:>11} {statistics.median(jobs) * 1000:>10.1f} {min(jobs) * 1000:>9.1f} '
                  f'{statistics.median(floors) * 1000:>8.1f} {peak_mib(job):>6.0f}')


if __name__ == '__main__':
    main()
