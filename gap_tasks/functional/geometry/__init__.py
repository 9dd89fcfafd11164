"""Geometry: rectangles, trapezoids, similar triangles, secants of a circle, cevians of a triangle."""
