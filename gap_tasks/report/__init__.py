"""lm-eval's results on disk -> tables, figures, HTML, exports."""
