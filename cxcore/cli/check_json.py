"""The check-up as one JSON document; docs/cx-check.md publishes its shape."""

import json
from typing import Any

from cxcore.checkup import CheckResult, CheckUp


def check_json(check_up: CheckUp) -> str:
    """Return exactly one document with all checks, numbers unrounded."""
    document = {"checks": [_check(result) for result in check_up.checks]}
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _check(result: CheckResult) -> dict[str, Any]:
    return {
        "id": result.id,
        "name": result.name,
        "status": result.status.value,
        "severity": result.severity.value,
        "where": list(result.where),
        "numbers": dict(result.numbers),
        "question": result.question,
        "source": result.source,
    }
