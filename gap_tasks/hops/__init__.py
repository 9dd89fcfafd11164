"""Two-hop questions over embedded facts, and the probe gap_hops."""
