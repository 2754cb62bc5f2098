"""`python -m citewell` is the same as `citewell`."""

import sys

from citewell.cli import main

sys.exit(main())
