"""What an answer is: a template's key under ``answer``, and its numbers."""

from typing import Any

Answer = dict[str, Any]
NONE: Answer = {"answer": "answer_none"}
"""The region has no such target: the template says so, and names the region."""
