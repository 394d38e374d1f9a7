"""The commands as a user or a script meets them: check_cli.py --program PATH [NAME ...]"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, '..', 'tools'), HERE]

import answers_in_json  # noqa: E402
import bench  # noqa: E402
import cells_of_corpus  # noqa: E402
import failing_calls  # noqa: E402
import file_faults  # noqa: E402
import full_disks  # noqa: E402
import help_for_templates  # noqa: E402
import interrupted_runs  # noqa: E402
import marked_workbooks  # noqa: E402
import opening_a_year  # noqa: E402
import other_exports  # noqa: E402
import page_numbers  # noqa: E402
import use_of_commands  # noqa: E402
import where_texts_come_from  # noqa: E402
import writing_of_documents  # noqa: E402

if __name__ == '__main__':
    bench.main(__doc__, [use_of_commands, file_faults, writing_of_documents, full_disks, interrupted_runs,
                         failing_calls, answers_in_json, help_for_templates, marked_workbooks, other_exports,
                         cells_of_corpus, page_numbers, opening_a_year, where_texts_come_from])
