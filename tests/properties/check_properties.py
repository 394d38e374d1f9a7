"""What must hold whatever the workbooks say: check_properties.py --program PATH [NAME ...]"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, '..', 'tools'), HERE]

import bench  # noqa: E402
import carrying_over  # noqa: E402
import filled_forms  # noqa: E402
import nothing_lost  # noqa: E402
import optional_sections  # noqa: E402
import protocols  # noqa: E402
import same_result  # noqa: E402
import untouched_parts  # noqa: E402

if __name__ == '__main__':
    bench.main(__doc__, [nothing_lost, same_result, untouched_parts, carrying_over, filled_forms, optional_sections,
                         protocols])
