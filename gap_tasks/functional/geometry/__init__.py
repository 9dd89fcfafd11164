"""Geometry: angles, circles, triangles and their special lines, areas, solids, folds and reflections."""
