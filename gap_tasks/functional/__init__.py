"""Problems of our own, one decorated function each, and the probe gap_math."""
