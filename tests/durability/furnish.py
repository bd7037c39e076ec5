"""Makes a room in a data folder and says who may enter: its id, then the devices."""

import json
import sys
from pathlib import Path

from tests.durability.app import furnish

if __name__ == "__main__":
    sys.stdout.write(json.dumps(furnish(Path(sys.argv[1]), int(sys.argv[2]))))
