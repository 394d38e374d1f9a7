"""What threatens a page on the user's own computer, one by one: check_threats.py --program PATH [NAME ...]"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, '..', 'tools'), HERE]

import bench  # noqa: E402
import endings  # noqa: E402
import load  # noqa: E402
import names  # noqa: E402
import page_numbers  # noqa: E402
import strangers  # noqa: E402

if __name__ == '__main__':
    bench.main(__doc__, [strangers, names, load, endings, page_numbers])
