"""Reply -> Score, and outcomes -> gaps with their uncertainty. Imports nothing else of the project."""

from scorers.grade import SCORERS, grade
from scorers.score import JUDGED, STATUSES, Score, Status

__all__ = ["JUDGED", "SCORERS", "STATUSES", "Score", "Status", "grade"]
