"""The probes of lm-eval-gap. Importing this package imports nothing else: it runs at interpreter start."""
