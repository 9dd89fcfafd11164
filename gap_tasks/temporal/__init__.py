"""Date questions and their twins 400 years later, and the probe gap_time_twins."""
