# -*- coding: utf-8 -*-  # noqa: UP009  a Python 2 must get as far as the sentence below
"""Sets up what Showroom needs, once, and runs it: ``python3 start.py [test | COMMAND ...]``."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  the sentence is for those who start it with an older one
    sys.exit(
        "Showroom needs Python 3.11 or newer; this is Python {0}.{1}. "
        "Install a newer one (www.python.org/downloads) and start it with that.\n"
        "Showroom 需要 Python 3.11 或更高版本；当前是 Python {0}.{1}。"
        "请安装新版本（www.python.org/downloads），再用它启动。".format(*sys.version_info[:2])
    )

from bootstrap.main import main

sys.exit(main(sys.argv[1:]))
